using Helpdesk.Contracts;

namespace Helpdesk.Api.Tickets;

/// <summary>The ticket that was opened, and the only time that its secret is told: to its customer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number, for people.</param>
/// <param name="TrackingSecret">What opens it without an account; null when it was opened for somebody else.</param>
/// <param name="TrackingUrl">The portal's page with that secret; null when it was opened for somebody else.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="OpenedAt">When it was opened.</param>
public sealed record OpenTicketResponse(
    Guid Id, string Number, string? TrackingSecret, string? TrackingUrl, TicketStatus Status, DateTimeOffset OpenedAt);
