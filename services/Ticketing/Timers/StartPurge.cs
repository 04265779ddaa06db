using Helpdesk.Ticketing.Tickets;
using Microsoft.Extensions.Options;

namespace Helpdesk.Ticketing.Timers;

/// <summary>Asks Attachment to purge the files, if the ticket is still closed.</summary>
sealed class StartPurge(TicketingDbContext db, IOptionsSnapshot<RetentionOptions> retention, TimeProvider time) : DueTimer<PurgeDue>(db, "start-purge")
{
    protected override void Act(Ticket ticket) => ticket.StartPurgeIfDue(retention.Value, time.GetUtcNow());
}
