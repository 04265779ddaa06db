namespace Helpdesk.Api.Tickets;

/// <summary>What a customer said of the help.</summary>
/// <param name="Score">From 1, bad, to 5, very good.</param>
/// <param name="Comment">What they said to that.</param>
/// <param name="RatedAt">When they first said so.</param>
public sealed record TicketRating(int Score, string? Comment, DateTimeOffset RatedAt);
