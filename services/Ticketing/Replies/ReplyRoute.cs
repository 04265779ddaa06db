using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Replies;

/// <summary>Where a customer's reply is on its way, when tickets go on in others.</summary>
/// <param name="First">The ticket that they named, or whose link they hold.</param>
/// <param name="At">The ticket that it has come to.</param>
/// <param name="Shown">What shows that it is the customer: who holds the link may have typed another's address.</param>
/// <param name="TellsLink">Whether the customer may be told the link of the ticket that takes it.</param>
/// <param name="LinkRenewedAt">When the link of the first ticket was last replaced.</param>
/// <param name="LinkIsOwners">Whether the first ticket's link was told to its signed-in customer alone.</param>
sealed record ReplyRoute(
    Guid First, Guid At, CustomerVerification Shown, bool TellsLink = true, DateTimeOffset? LinkRenewedAt = null,
    bool LinkIsOwners = false)
{
    public static ReplyRoute From(Guid ticket, CustomerVerification shown) => new(ticket, ticket, shown);

    public bool IsFirst(Ticket ticket) => ticket.Id == First;

    /// <summary>The same, now that this ticket on it is known.</summary>
    public ReplyRoute Visit(Ticket ticket)
    {
        if (IsFirst(ticket))
            return this with { LinkRenewedAt = ticket.TrackingRenewedAt, LinkIsOwners = ticket.OpenedBySelf };
        // Somebody may have typed another's address; what that other person opened signed in is none of theirs.
        var trusted = Shown == CustomerVerification.SignedIn
            || (ticket.TrustsLinkOf(LinkRenewedAt) && (LinkIsOwners || !ticket.OpenedBySelf));
        return this with { TellsLink = TellsLink && trusted };
    }

    /// <summary>On to the ticket in which this one goes on.</summary>
    public ReplyRoute Follow(Ticket ticket, Guid next) =>
        this with { At = next, TellsLink = TellsLink && (!ticket.IsMerged || ticket.LinkShowsMerged) };
}
