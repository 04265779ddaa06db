namespace Helpdesk.Assignment.Agents;

/// <summary>What others hear of an agent's availability.</summary>
sealed record AgentAvailability(string? IneligibleBecause, string? Note, DateTimeOffset? Until, int? Capacity)
{
    /// <summary>What waits may go to them now though it could not before.</summary>
    public bool TakesMoreThan(AgentAvailability before) =>
        IneligibleBecause is null
        && (before.IneligibleBecause is not null || (before.Capacity is not null && !(Capacity <= before.Capacity)));
}
