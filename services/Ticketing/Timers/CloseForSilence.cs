using Helpdesk.Ticketing.Tickets;
using Microsoft.Extensions.Options;

namespace Helpdesk.Ticketing.Timers;

/// <summary>Closes the ticket, if its customer was warned and is still silent.</summary>
sealed class CloseForSilence(TicketingDbContext db, IOptionsSnapshot<ClosingOptions> closing, TimeProvider time) : DueTimer<ClosingDue>(db, "close-for-silence")
{
    protected override void Act(Ticket ticket)
    {
        // After a time out of reach both timers may be due at once, in either order.
        ticket.WarnIfDue(closing.Value, time.GetUtcNow());
        ticket.CloseIfSilent(closing.Value, time.GetUtcNow());
    }
}
