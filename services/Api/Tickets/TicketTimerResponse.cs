namespace Helpdesk.Api.Tickets;

/// <summary>A timer that runs for a ticket.</summary>
/// <param name="Kind"><c>warning</c>, <c>closing</c> or <c>purge</c>.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="Reason">Why it runs.</param>
/// <param name="StoppedBy">What would stop it.</param>
public sealed record TicketTimerResponse(string Kind, DateTimeOffset DueAt, string Reason, string StoppedBy);

/// <summary>The timers that run for a ticket.</summary>
/// <param name="Items">What is due first comes first.</param>
public sealed record ListTimersResponse(IReadOnlyList<TicketTimerResponse> Items);
