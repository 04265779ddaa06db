namespace Helpdesk.Api.Tickets;

/// <summary>A page of a list of tickets.</summary>
/// <param name="Items">The page, in the list's order.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Size">How many items a full page holds.</param>
/// <param name="More">Whether another page follows.</param>
/// <param name="Next">What to ask for as <c>after</c> to get what follows; null at the end.</param>
public sealed record ListTicketsResponse(IReadOnlyList<TicketSummary> Items, int Page, int Size, bool More, string? Next);
