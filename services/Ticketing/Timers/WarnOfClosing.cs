using Helpdesk.Ticketing.Tickets;
using Microsoft.Extensions.Options;

namespace Helpdesk.Ticketing.Timers;

/// <summary>Warns the customer, if he is still silent.</summary>
sealed class WarnOfClosing(TicketingDbContext db, IOptionsSnapshot<ClosingOptions> closing, TimeProvider time) : DueTimer<WarningDue>(db, "warn-of-closing")
{
    protected override void Act(Ticket ticket) => ticket.WarnIfDue(closing.Value, time.GetUtcNow());
}
