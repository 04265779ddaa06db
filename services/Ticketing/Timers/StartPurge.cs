using Helpdesk.Ticketing.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Timers;

/// <summary>Asks Attachment to purge the files, if the ticket is still closed.</summary>
sealed class StartPurge(TicketingDbContext db, PolicyInForce policies, TimeProvider time) : DueTimer<PurgeDue>(db, policies, "start-purge")
{
    protected override async Task ActAsync(Ticket ticket, Policy policy, CancellationToken cancellationToken)
    {
        var merged = ticket.MergedFrom.Length == 0 ? [] : await Db.Tickets.Where(x => ticket.MergedFrom.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Number, cancellationToken);
        ticket.StartPurgeIfDue(policy, merged, time.GetUtcNow());
    }
}
