using Helpdesk.Ticketing.Tickets;

namespace Helpdesk.Ticketing.Timers;

/// <summary>Warns the customer, if he is still silent.</summary>
sealed class WarnOfClosing(TicketingDbContext db, PolicyInForce policies, TimeProvider time) : DueTimer<WarningDue>(db, policies, "warn-of-closing")
{
    protected override Task ActAsync(Ticket ticket, Policy policy, CancellationToken cancellationToken)
    {
        ticket.WarnIfDue(policy, time.GetUtcNow());
        return Task.CompletedTask;
    }
}
