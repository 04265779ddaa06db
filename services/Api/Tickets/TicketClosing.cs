namespace Helpdesk.Api.Tickets;

/// <summary>When and why a ticket will close by itself.</summary>
/// <param name="RepliedAt">When staff replied, or said that it waits for the customer: the clock runs from here.</param>
/// <param name="ClosesAt">When it closes if the customer stays silent.</param>
/// <param name="After">For how long they may be silent.</param>
/// <param name="WarnsAt">When they are told by mail that it will close; null once they were.</param>
/// <param name="Reason">Why, as a stable word.</param>
public sealed record TicketClosing(
    DateTimeOffset RepliedAt, DateTimeOffset ClosesAt, TimeSpan After, DateTimeOffset? WarnsAt, string Reason);
