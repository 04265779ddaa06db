namespace Helpdesk.Assignment.Rounds;

/// <summary>
/// Asks to assign what waits in an area, because an agent may be there now. It leaves with the commit of that fact, and that is
/// the point: whoever chooses after it sees the agent, and whoever chose before it has left his ticket in the queue.
/// </summary>
/// <param name="AreaId">The area.</param>
public sealed record DrainArea(Guid AreaId);
