using Helpdesk.Ticketing.Tickets;

namespace Helpdesk.Ticketing.Timers;

/// <summary>Asks Attachment to purge the files, if the ticket is still closed.</summary>
sealed class StartPurge(TicketingDbContext db, PolicyInForce policies, TimeProvider time) : DueTimer<PurgeDue>(db, policies, "start-purge")
{
    protected override void Act(Ticket ticket, Policy policy) => ticket.StartPurgeIfDue(policy, time.GetUtcNow());
}
