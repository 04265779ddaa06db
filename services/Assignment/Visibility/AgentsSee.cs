namespace Helpdesk.Assignment.Visibility;

/// <summary>Which tickets an agent may know of, as Ticketing has it; dispatchers and administrators know of all.</summary>
enum AgentsSee
{
    /// <summary>Those that they have.</summary>
    Assigned,
    /// <summary>Those, and all of their areas.</summary>
    TheirAreas,
    /// <summary>Every ticket.</summary>
    Everything,
}
