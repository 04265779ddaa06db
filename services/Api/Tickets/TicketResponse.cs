using Helpdesk.Contracts;

namespace Helpdesk.Api.Tickets;

/// <summary>A ticket as staff and its customer see it; of the staff a customer learns a first name, no address.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number, for people.</param>
/// <param name="Subject">What it is about, in one line.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StatusCategory">Whose turn it is.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="Category">What it is filed under.</param>
/// <param name="Area">The area that is responsible.</param>
/// <param name="Customer">Whom it is for.</param>
/// <param name="Assignee">The agent who works on it.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="UpdatedAt">When it last changed, as the reader may know.</param>
/// <param name="ClosedAt">When it was closed; null while it is open.</param>
/// <param name="ClosingReason">Why it was closed.</param>
/// <param name="ReopenableUntil">Until when its customer may reopen it.</param>
/// <param name="Closing">When and why it will close by itself.</param>
/// <param name="AllowedStatuses">For staff: where it may be moved by hand.</param>
/// <param name="Tags">For staff.</param>
/// <param name="Replies">How many there are after the first message.</param>
/// <param name="LastReplyAt">When the last of them was.</param>
/// <param name="ContinuedIn">Number of the ticket that it goes on in, a follow-up or the one it was merged into.</param>
/// <param name="Rating">What its customer said of the help.</param>
/// <param name="RateableUntil">For its customer: until when it may be rated.</param>
/// <param name="Allowed">What the reader may do with it now.</param>
/// <param name="Version">Its version as the reader counts, as in <c>ETag</c>.</param>
/// <param name="Verification">For staff: what shows that its customer opened it.</param>
public sealed record TicketResponse(
    Guid Id, string Number, string Subject, TicketStatus Status, StatusCategory StatusCategory, TicketPriority Priority,
    NamedReference Category, NamedReference Area, CustomerResponse Customer, NamedReference? Assignee,
    DateTimeOffset OpenedAt, DateTimeOffset UpdatedAt, DateTimeOffset? ClosedAt, ClosingReason? ClosingReason,
    DateTimeOffset? ReopenableUntil, TicketClosing? Closing,
    IReadOnlyList<TicketStatus> AllowedStatuses, IReadOnlyList<string> Tags, int Replies, DateTimeOffset? LastReplyAt, string? ContinuedIn,
    TicketRating? Rating, DateTimeOffset? RateableUntil, AllowedActions Allowed, long Version, CustomerVerification? Verification = null);
