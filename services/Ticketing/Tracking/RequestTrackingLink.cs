using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Tracking;
using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.LocalCopies;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tracking;

/// <summary>
/// Whoever lost their link names number and email address, and it goes to that address again. The answer is always the same, so that a
/// stranger learns nothing.
/// </summary>
static class RequestTrackingLink
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/reminders", HandleAsync).AllowAnonymous()
        .WithName("RequestTrackingLink").Produces(StatusCodes.Status202Accepted)
        .WithSummary("Sends the link of a ticket to its customer again, if number and address belong together");

    static async Task<IResult> HandleAsync(
        RequestTrackingLinkRequest request, TicketingDbContext db, IPublishEndpoint publish, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!TicketNumber.TryParse(request.Number, out var number))
            return Problem.Invalid("number", TicketNumberFilter.NotANumber);
        var (mailbox, now) = (EmailAddress.CanonicalOf(request.Email), time.GetUtcNow());
        var key = ConsumedKey.ForLinkRequest(SHA256.HashData(Encoding.UTF8.GetBytes($"{number} {mailbox}")));
        await db.ConsumedKeys.Where(x => x.Key == key && x.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        // Written for what does not exist too: asking takes the same work, and the same pause, whatever there is.
        db.Add(new ConsumedKey { Key = key, ExpiresAt = now + Pause });
        var ticket = await db.Tickets.AsNoTracking().SingleOrDefaultAsync(x => x.Number == number, cancellationToken);
        if (ticket?.ContinuedInAt(now) is { } next
            && await db.Tickets.AsNoTracking().SingleAsync(x => x.Id == next, cancellationToken) is var continuedIn
            && continuedIn.HasMailbox(mailbox))
            ticket = continuedIn;
        if (ticket is not null)
            await db.UpdateContactAsync(ticket, cancellationToken);
        if (ticket?.HasMailbox(mailbox) == true)
        {
            ticket.RequestTrackingLink(now);
            await publish.PublishEventsAsync(ticket, cancellationToken);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.ViolatedUniqueConstraint() == "pk_consumed_key")
        {
            // Asked for a moment ago: that mail is on its way.
        }

        return TypedResults.Accepted((string?)null);
    }
}
