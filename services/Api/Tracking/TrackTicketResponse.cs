namespace Helpdesk.Api.Tracking;

/// <summary>Where a tracking link leads.</summary>
/// <param name="Number">
/// Number of the ticket, which the same link opens under <c>/api/tickets</c>: the link's, or the one it was merged into.
/// </param>
public sealed record TrackTicketResponse(string Number);
