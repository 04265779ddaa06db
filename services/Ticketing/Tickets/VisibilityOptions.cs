namespace Helpdesk.Ticketing.Tickets;

/// <summary>What agents see; dispatchers and administrators see everything.</summary>
sealed class VisibilityOptions
{
    /// <summary>Which tickets an agent sees.</summary>
    public AgentsSee Agents { get; set; } = AgentsSee.TheirAreas;
}

enum AgentsSee
{
    /// <summary>Only what is assigned to them.</summary>
    Assigned,

    /// <summary>What is assigned to them, and everything in their areas.</summary>
    TheirAreas,

    /// <summary>Every ticket.</summary>
    Everything,
}
