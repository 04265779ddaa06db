using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Visibility;

/// <summary>What agents see; dispatchers and administrators see everything.</summary>
sealed class VisibilityOptions
{
    /// <summary>Which tickets an agent sees.</summary>
    public AgentsSee Agents { get; set; } = AgentsSee.TheirAreas;
}
