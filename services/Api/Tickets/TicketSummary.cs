using Helpdesk.Contracts;

namespace Helpdesk.Api.Tickets;

/// <summary>A ticket in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number, for people.</param>
/// <param name="Subject">What it is about, in one line.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StatusCategory">Whose turn it is.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="Category">Title of its category.</param>
/// <param name="Area">Name of the responsible area.</param>
/// <param name="CustomerName">Whom it is for.</param>
/// <param name="Assignee">The agent who works on it.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="UpdatedAt">When it last changed, as the reader may know.</param>
/// <param name="WaitingSince">Since when staff waits for its customer.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="Tags">For staff.</param>
/// <param name="Replies">How many there are after the first message.</param>
/// <param name="LastReplyAt">When the last of them was.</param>
/// <param name="Version">Its version as the reader counts.</param>
public sealed record TicketSummary(
    Guid Id, string Number, string Subject, TicketStatus Status, StatusCategory StatusCategory, TicketPriority Priority, string Category,
    string? Area, string CustomerName, NamedReference? Assignee, DateTimeOffset OpenedAt, DateTimeOffset UpdatedAt,
    DateTimeOffset? WaitingSince, DateTimeOffset? ClosedAt, IReadOnlyList<string> Tags, int Replies, DateTimeOffset? LastReplyAt,
    long Version);
