using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Agents;

/// <summary>
/// A ticket became an agent's after he had gone away: the choice was under way when he left. Told again that he is away, Ticketing
/// hands this ticket back like the others.
/// </summary>
sealed class TellAvailabilityAgain(AgentChange agents, TimeProvider time) : IConsumer<TellAvailability>
{
    public async Task Consume(ConsumeContext<TellAvailability> context)
    {
        if (await agents.LockAsync(context.Message.AgentId, context.CancellationToken) is { Eligible: false } agent)
            await context.Publish(agent.TellAvailability(time.GetUtcNow()), context.CancellationToken);
    }

    /// <summary>A message of its own, because whoever holds a ticket must not wait for an agent's row.</summary>
    public static async Task AskIfAwayAsync(IPublishEndpoint publish, AssignmentDbContext db, Guid agentId, CancellationToken cancellationToken)
    {
        if (await db.Agents.AnyAsync(x => x.Id == agentId && !(x.Active && x.IsAgent && x.Available), cancellationToken))
            await publish.Publish(new TellAvailability(agentId), cancellationToken);
    }
}
