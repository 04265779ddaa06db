using Helpdesk.Contracts;
using Helpdesk.Ticketing.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Links;

static class LastWords
{
    /// <summary>
    /// Whether the customer of a ticket, or of one merged into it, has said something to which staff has not answered: neither there
    /// nor where it is merged into.
    /// </summary>
    public static async Task<bool> BringsUnansweredWordsAsync(
        this TicketingDbContext db, Ticket ticket, Ticket other, CancellationToken cancellationToken)
    {
        Guid[] brought = [ticket.Id, .. ticket.MergedFrom], all = [.. brought, other.Id, .. other.MergedFrom];
        var said = db.Messages.Where(x => x.Kind == MessageKind.PublicReply);
        var asked = await said.Where(x => brought.Contains(x.TicketId) && x.AuthorKind == ActorKind.Customer)
            .MaxAsync(x => (DateTimeOffset?)x.At, cancellationToken);
        var answered = await said.Where(x => all.Contains(x.TicketId) && x.AuthorKind == ActorKind.Staff)
            .MaxAsync(x => (DateTimeOffset?)x.At, cancellationToken);
        return asked is not null && (answered is null || asked > answered);
    }
}
