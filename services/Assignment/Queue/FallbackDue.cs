namespace Helpdesk.Assignment.Queue;

/// <summary>Assignment's own reminder that a ticket may have waited too long.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Wait">Which of its waits: the timer of an earlier one is void.</param>
/// <param name="At">The hour it was set for: when the ticket has a later one, another timer runs for that.</param>
public sealed record FallbackDue(Guid TicketId, int Wait, DateTimeOffset At);
