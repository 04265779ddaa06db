using Helpdesk.Assignment.Queue;
using MassTransit;

namespace Helpdesk.Assignment.Assigning;

/// <summary>Chooses for tickets in turn, or lets them wait, and publishes what came of it. The caller's commit makes it so.</summary>
sealed class TicketAssigner(AssignmentDbContext db, IPublishEndpoint publish, TimeProvider time)
{
    public async Task AssignAsync(AssignmentContext area, IEnumerable<Ticket> tickets, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var ticket in tickets)
        {
            if (area.Assign(ticket, now) is not { } assigned)
            {
                await publish.RequestDispatcherAsync(ticket, area.Rules, now, cancellationToken);
                continue;
            }

            db.Add(assigned.Receipt);
            await publish.Publish(assigned.Receipt.ToEvent(assigned.Agent.Person()), cancellationToken);
        }
    }
}
