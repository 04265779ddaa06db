using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Tickets;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tracking;

/// <summary>Whoever lost his link names number and mail address, and it goes to that address again. The answer is always the same, so that a stranger learns nothing.</summary>
static class AskForLink
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    public sealed record Request(
        [property: Required, StringLength(40)] string Number, [property: Required, StringLength(120), ValidEmailAddress] string Email);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/reminders", HandleAsync).AllowAnonymous().WithName("AskForLink")
        .WithSummary("Sends the link of a ticket to its customer again, if number and address belong together").Produces(StatusCodes.Status202Accepted);

    static async Task<IResult> HandleAsync(Request request, TicketingDbContext db, IPublishEndpoint publish, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!TicketNumber.TryParse(request.Number, out var number))
            return Problem.Invalid("number", TicketNumbers.None);
        var (mailbox, now) = (EmailAddress.CanonicalOf(request.Email), time.GetUtcNow());
        var key = SpentKey.OfReminder(SHA256.HashData(Encoding.UTF8.GetBytes($"{number} {mailbox}")));
        await db.SpentKeys.Where(x => x.Key == key && x.ForgetAt < now).ExecuteDeleteAsync(cancellationToken);
        // Written for what does not exist too: asking takes the same work, and the same pause, whatever there is.
        db.Add(new SpentKey { Key = key, ForgetAt = now + Pause });
        var ticket = await db.Tickets.AsNoTracking().SingleOrDefaultAsync(x => x.Number == number, cancellationToken);
        if (ticket?.GoesOnIn(now) is { } next
            && await db.Tickets.AsNoTracking().SingleAsync(x => x.Id == next, cancellationToken) is var goesOn
            && goesOn.IsOfMailbox(mailbox))
            ticket = goesOn;
        if (ticket is not null)
            await db.FollowContactAsync(ticket, cancellationToken);
        if (ticket?.IsOfMailbox(mailbox) == true)
        {
            ticket.RemindOfLink(now);
            await ticket.PublishAsync(publish, cancellationToken);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.TakenKey() == "pk_spent_key")
        {
            // Asked for a moment ago: that mail is on its way.
        }

        return TypedResults.Accepted((string?)null);
    }
}
