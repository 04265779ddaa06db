using Helpdesk.Contracts;

namespace Helpdesk.Api.Tickets;

/// <summary>A ticket that has to do with the one that was asked for.</summary>
/// <param name="Kind">How.</param>
/// <param name="Incoming">True when the link was made from the other one: that one blocks this one, is its duplicate, or follows it</param>
/// <param name="Number">Number of the other one.</param>
/// <param name="Subject">Subject of the other one.</param>
/// <param name="Status">Where the other one stands.</param>
/// <param name="LinkedAt">When they were linked.</param>
public sealed record TicketLinkResponse(
    TicketLinkKind Kind, bool Incoming, string Number, string Subject, TicketStatus Status, DateTimeOffset LinkedAt);

/// <summary>The links of a ticket, as far as the caller may know of them.</summary>
/// <param name="Items">In the order in which they were made.</param>
public sealed record ListLinksResponse(IReadOnlyList<TicketLinkResponse> Items);
