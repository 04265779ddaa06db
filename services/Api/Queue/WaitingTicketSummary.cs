using Helpdesk.Contracts;

namespace Helpdesk.Api.Queue;

/// <summary>A ticket that nobody has.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="TicketNumber">Its number.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Priority">Its priority.</param>
/// <param name="AreaId">The area that is responsible.</param>
/// <param name="AreaName">Name of that area; null when it is not known.</param>
/// <param name="OpenedAt">When it was opened (UTC).</param>
/// <param name="WaitingSince">Since when it waits (UTC).</param>
/// <param name="Because">A stable word: no-agents, nobody-available, gave-it-back, customer, manual, unassigned, unknown-area, or what
/// makes a choice due that is about to be made.</param>
/// <param name="AskedAt">When it was put before the dispatchers (UTC); null when it was not.</param>
/// <param name="ByItself">It leaves the queue by itself when an agent can take it.</param>
public sealed record WaitingTicketSummary(
    Guid TicketId, string TicketNumber, string Subject, TicketPriority Priority, Guid AreaId, string? AreaName, DateTimeOffset OpenedAt,
    DateTimeOffset WaitingSince, string Because, DateTimeOffset? AskedAt, bool ByItself);
