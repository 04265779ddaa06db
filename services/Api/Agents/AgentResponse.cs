namespace Helpdesk.Api.Agents;

/// <summary>An agent.</summary>
/// <param name="Id">The agent's account.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their email address.</param>
/// <param name="Active">False while the account is disabled: then they get no ticket by turn.</param>
/// <param name="Available">They are not away.</param>
/// <param name="Because">Why they can be given nothing, as a stable word: disabled, not-an-agent or away; null when they can.</param>
/// <param name="Note">What they wrote about being away.</param>
/// <param name="Until">When they come back by themselves (UTC).</param>
/// <param name="Capacity">How many open tickets they take at most; null for no bound.</param>
/// <param name="OpenTickets">Tickets they have that are neither resolved nor closed.</param>
/// <param name="AreaIds">The areas they serve.</param>
public sealed record AgentResponse(
    Guid Id, string Name, string Email, bool Active, bool Available, string? Because, string? Note, DateTimeOffset? Until, int? Capacity,
    int OpenTickets, IReadOnlyList<Guid> AreaIds);
