using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Timers;

/// <summary>Asks Attachment to purge the files, if the ticket is still closed.</summary>
sealed class StartPurge(ITimedTickets tickets, TimeProvider time) : DueTimer<PurgeDue>(tickets, "start-purge")
{
    readonly ITimedTickets _tickets = tickets;

    protected override async Task ActAsync(Ticket ticket, Policy policy, CancellationToken cancellationToken) =>
        ticket.StartPurgeIfDue(policy, await _tickets.NumbersOfMergedAsync(ticket, cancellationToken), time.GetUtcNow());
}
