namespace Helpdesk.Api.Areas;

/// <summary>How evenly an area's tickets were shared.</summary>
/// <param name="AreaId">The area.</param>
/// <param name="Since">Choices from here on are counted (UTC).</param>
/// <param name="Until">And those before here (UTC).</param>
/// <param name="Choices">All of them, also those of agents who have left.</param>
/// <param name="Spread">Among the agents who could be chosen every time, most choices less fewest: 1 at most, for they take turns.</param>
/// <param name="Agents">Who serves the area now, or was chosen in it then.</param>
public sealed record FairnessResponse(
    Guid AreaId, DateTimeOffset Since, DateTimeOffset Until, int Choices, int Spread, IReadOnlyList<AgentShare> Agents);

/// <summary>An agent's share of an area's tickets.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Name">Their name.</param>
/// <param name="Eligible">They can be chosen now.</param>
/// <param name="Choices">How often it was their turn.</param>
/// <param name="CouldBeChosen">In how many choices they could have been chosen.</param>
/// <param name="FairShare">How many would have been theirs if each choice had been split evenly among those who could be chosen.</param>
/// <param name="OpenTickets">Tickets they have now that are neither resolved nor closed.</param>
/// <param name="Absent">For how long they could be given nothing, in the whole.</param>
/// <param name="Absences">The same, one by one: the latest hundred.</param>
public sealed record AgentShare(
    Guid AgentId, string Name, bool Eligible, int Choices, int CouldBeChosen, double FairShare, int OpenTickets, TimeSpan Absent,
    IReadOnlyList<AgentAbsence> Absences);

/// <summary>A time in which an agent could be given nothing, as far as it lies in the period.</summary>
/// <param name="Because">A stable word: away, disabled or not-an-agent.</param>
/// <param name="From">When it began (UTC).</param>
/// <param name="Until">When it ended (UTC); the present moment while it lasts.</param>
public sealed record AgentAbsence(string Because, DateTimeOffset From, DateTimeOffset Until);
