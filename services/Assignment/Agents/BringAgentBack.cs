using MassTransit;

namespace Helpdesk.Assignment.Agents;

/// <summary>An agent had said when they come back, and that hour has come, unless they have changed their mind meanwhile.</summary>
sealed class BringAgentBack(AgentUnitOfWork agents) : IConsumer<AgentReturnDue>
{
    public async Task Consume(ConsumeContext<AgentReturnDue> context)
    {
        if (
            await agents.LockAsync(context.Message.AgentId, context.CancellationToken) is { Available: false } agent
            && agent.AwayUntil == context.Message.Until)
            await agents.ChangeAsync(agent, x => x.ComeBack(), context.CancellationToken);
    }
}
