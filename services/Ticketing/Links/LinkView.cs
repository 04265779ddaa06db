using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Links;

/// <summary>A ticket that has to do with the one that was asked for.</summary>
/// <param name="Incoming">True when the link was made from the other one: that one blocks this one, is its duplicate, or goes on after it.</param>
public sealed record LinkView(TicketLinkKind Kind, bool Incoming, string Number, string Subject, TicketStatus Status, DateTimeOffset LinkedAt);
