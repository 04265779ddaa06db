namespace Helpdesk.Ticketing.Model;

/// <summary>Which tickets an agent sees; dispatchers and administrators see everything.</summary>
enum AgentsSee
{
    /// <summary>Only what is assigned to them.</summary>
    Assigned,

    /// <summary>What is assigned to them, and everything in their areas.</summary>
    TheirAreas,

    /// <summary>Every ticket.</summary>
    Everything,
}
