using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Timers;

/// <summary>Warns the customer, if they are still silent.</summary>
sealed class WarnOfClosing(ITimedTickets tickets, TimeProvider time) : DueTimer<WarningDue>(tickets, "warn-of-closing")
{
    protected override Task ActAsync(Ticket ticket, Policy policy, CancellationToken cancellationToken)
    {
        ticket.WarnIfDue(policy, time.GetUtcNow());
        return Task.CompletedTask;
    }
}
