using Helpdesk.Contracts;

namespace Helpdesk.Api.Tickets;

/// <summary>The reply as it was taken.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="At">When it was said.</param>
/// <param name="Status">Where the ticket stands now.</param>
/// <param name="ContinuedIn">The ticket that took it, when that is not the one that was named.</param>
public sealed record ReplyToTicketResponse(Guid Id, DateTimeOffset At, TicketStatus Status, ContinuedTicket? ContinuedIn = null);

/// <summary>The ticket in which another one goes on: its follow-up, or the one that it was merged into.</summary>
/// <param name="Number">Its number.</param>
/// <param name="TrackingSecret">What opens it without an account; null unless it is the customer's beyond doubt.</param>
/// <param name="TrackingUrl">The portal's page with that secret.</param>
public sealed record ContinuedTicket(string Number, string? TrackingSecret, string? TrackingUrl);
