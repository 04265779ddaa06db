using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Timers;

/// <summary>Closes the ticket, if its customer was warned and is still silent.</summary>
sealed class CloseSilentTicket(ITimedTickets tickets, TimeProvider time) : DueTimer<ClosingDue>(tickets, "close-silent-ticket")
{
    protected override Task ActAsync(Ticket ticket, Policy policy, CancellationToken cancellationToken)
    {
        // After a time out of reach both timers may be due at once, in either order.
        ticket.WarnIfDue(policy, time.GetUtcNow());
        ticket.CloseIfSilent(policy, time.GetUtcNow());
        return Task.CompletedTask;
    }
}
