using Helpdesk.Assignment.Dispatch;
using MassTransit;

namespace Helpdesk.Assignment.Rounds;

/// <summary>Chooses for tickets in turn, or lets them wait, and publishes what came of it. The caller's commit makes it so.</summary>
sealed class Placing(AssignmentDbContext db, IPublishEndpoint publish, TimeProvider time)
{
    public async Task PlaceAsync(Turn turn, IEnumerable<Ticket> tickets, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var ticket in tickets)
        {
            if (turn.Assign(ticket, now) is not { } assigned)
            {
                await publish.AskInTimeAsync(ticket, turn.Rules, now, cancellationToken);
                continue;
            }

            db.Add(assigned.Receipt);
            await publish.Publish(assigned.Receipt.Tell(assigned.Agent.Person()), cancellationToken);
        }
    }
}
