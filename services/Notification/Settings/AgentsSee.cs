namespace Helpdesk.Notification.Settings;

/// <summary>Of which tickets an agent may know. Who may not see a ticket is not told of it by mail either.</summary>
enum AgentsSee
{
    /// <summary>What is assigned to them.</summary>
    Assigned,
    /// <summary>That, and what lies in their areas.</summary>
    TheirAreas,
    /// <summary>Every ticket.</summary>
    Everything,
}
