using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Merging;

static class UnansweredReplies
{
    /// <summary>
    /// Whether the customer of a ticket, or of one merged into it, has said something to which staff has not answered: neither there
    /// nor where it is merged into.
    /// </summary>
    public static async Task<bool> BringsUnansweredReplyAsync(
        this TicketingDbContext db, Ticket ticket, Ticket other, CancellationToken cancellationToken)
    {
        Guid[] brought = [ticket.Id, .. ticket.MergedFrom], all = [.. brought, other.Id, .. other.MergedFrom];
        var replies = db.Messages.Where(x => x.Kind == MessageKind.PublicReply);
        var asked = await replies.Where(x => brought.Contains(x.TicketId) && x.AuthorKind == ActorKind.Customer)
            .MaxAsync(x => (DateTimeOffset?)x.At, cancellationToken);
        var answered = await replies.Where(x => all.Contains(x.TicketId) && x.AuthorKind == ActorKind.Staff)
            .MaxAsync(x => (DateTimeOffset?)x.At, cancellationToken);
        return asked is not null && (answered is null || asked > answered);
    }
}
