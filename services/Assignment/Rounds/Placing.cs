using Helpdesk.Assignment.Dispatch;
using MassTransit;

namespace Helpdesk.Assignment.Rounds;

/// <summary>Chooses for tickets in turn, or lets them wait. The caller's commit makes it so.</summary>
sealed class Placing(AssignmentDbContext db, IPublishEndpoint publish, TimeProvider time)
{
    public async Task PlaceAsync(Turn turn, IEnumerable<Ticket> tickets, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var ticket in tickets)
        {
            var receipt = turn.Rules.Automatic ? turn.Round?.Choose(ticket, turn.Agents.Select(x => x.CandidateFor(ticket)), now) : null;
            if (receipt is null)
            {
                ticket.Wait(turn.WhyNobody(ticket), now);
                await publish.AskInTimeAsync(ticket, turn.Rules, now, cancellationToken);
                continue;
            }

            var agent = turn.Agents.Single(x => x.Id == receipt.ChosenAgentId);
            agent.Got++;
            ticket.GoTo(agent.Id);
            db.Add(receipt);
            await publish.Publish(receipt.Tell(agent.Person()), cancellationToken);
        }
    }
}
