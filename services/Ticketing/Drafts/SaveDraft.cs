using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Reading;
using Helpdesk.Ticketing.Visibility;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Drafts;

static class SaveDraft
{
    /// <summary>Who looks at the ticket is told again after so long.</summary>
    static readonly TimeSpan ToldAgainAfter = TimeSpan.FromSeconds(10);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/draft", HandleAsync).WithName("SaveDraft")
        .WithSummary("Keeps what the caller has written so far; who looks at the ticket sees that staff is writing a reply")
            .Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        string number, SaveDraftRequest request, ClaimsPrincipal caller, TicketingDbContext db, ViewerResolver viewers,
        IPublishEndpoint publish, TimeProvider time, CancellationToken cancellationToken)
    {
        var ticket = await db.Tickets.Where(x => x.Number == number).VisibleTo(await viewers.ResolveAsync(caller, cancellationToken))
            .Select(x => new DraftedTicket(x.Id, x.Number, x.CustomerId, x.Status)).SingleOrDefaultAsync(cancellationToken);
        if (ticket is null)
            return Problem.NotFound("ticket");
        // Kept as typed but for what cannot be stored: it goes back into the field it came from.
        var (me, text, now) = (caller.AccountId()!.Value, request.Text.Replace("\0", "", StringComparison.Ordinal), time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            insert into draft (ticket_id, account_id, text, internal, updated_at) 
            values ({ticket.Id}, {me}, {text}, {request.Internal}, {now})
            on conflict (ticket_id, account_id) do update set
                text = excluded.text, internal = excluded.internal, updated_at = excluded.updated_at
            """, cancellationToken);
        if (!request.Internal && ticket.Status != TicketStatus.Closed && caller.IsStaffFor(ticket.CustomerId)
            && await db.TryConsumeAsync(ConsumedKey.ForTyping(ticket.Id, me), ToldAgainAfter, now, cancellationToken))
        {
            var writer = TicketMapping.FirstName(caller.FullName());
            await publish.Publish(
                new ReplyBeingWritten { TicketId = ticket.Id, Number = ticket.Number, FirstName = writer, At = now }, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    sealed record DraftedTicket(Guid Id, string Number, Guid? CustomerId, TicketStatus Status);
}
