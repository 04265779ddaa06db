using MassTransit;

namespace Helpdesk.Assignment.Agents;

/// <summary>
/// A ticket was given by hand to an account that was suspended or lost the role at that moment, and who gave it had not heard so yet.
/// Ticketing hands back what such an account has when it hears of it; that was before, so it hears it again.
/// </summary>
sealed class RepublishAvailability(AgentUnitOfWork agents) : IConsumer<UnavailableAgentAssigned>
{
    public async Task Consume(ConsumeContext<UnavailableAgentAssigned> context)
    {
        var id = context.Message.AgentId;
        await agents.LockUnknownAsync(id, context.CancellationToken);
        // Of whom nothing is known yet, the account's event tells.
        if (await agents.LockAsync(id, context.CancellationToken) is { Version: > 0, CannotWork: true } agent
            && agent.AvailabilityVersion == context.Message.KnownVersion)
            await agents.PublishAvailabilityAsync(agent, context.CancellationToken);
    }
}
