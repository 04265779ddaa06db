using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Tracking;

namespace Helpdesk.Ticketing.Model;

sealed partial class Ticket
{
    /// <summary>SHA-256 of the tracking secret: finds the ticket, opens nothing.</summary>
    public byte[] TrackingHash { get; private set; } = [];

    /// <summary>The secret, protected with keys that are not in this database, for the links in mails.</summary>
    public string TrackingToken { get; private set; } = "";

    /// <summary>When the link was last replaced; null while it is the first one.</summary>
    public DateTimeOffset? TrackingRenewedAt { get; private set; }

    /// <summary>The link before ends at once; the new one goes to the customer by mail, and to nobody else.</summary>
    public void RenewTrackingLink(byte[] hash, string token, Actor by, DateTimeOffset now)
    {
        (TrackingHash, TrackingToken, TrackingRenewedAt) = (hash, token, now);
        Record(TimelineKind.TrackingLinkRenewed, by, now);
        _events.Add(new TrackingLinkRenewed { Ticket = Snapshot(), RenewedAt = now, RenewedBy = by });
    }

    /// <summary>
    /// Whether another ticket's link may lead here, or tell this link: not when this one was renewed after it, for whoever it was
    /// renewed against may hold that one too.
    /// </summary>
    /// <param name="otherRenewedAt">When that link was last replaced.</param>
    public bool TrustsLinkOf(DateTimeOffset? otherRenewedAt) => TrackingRenewedAt is not { } renewed || otherRenewedAt >= renewed;

    /// <summary>
    /// Whether this ticket's link opens the other one too: what it was merged into, when that is its customer's beyond doubt and its own
    /// link was not renewed since.
    /// </summary>
    public bool LinkLeadsTo(Ticket other) =>
        LinkShowsMerged && MergedIntoId == other.Id && other.TrustsLinkOf(TrackingRenewedAt);

    /// <summary>Somebody asks for its link again, which goes to its customer alone.</summary>
    public void RequestTrackingLink(DateTimeOffset now) =>
        _events.Add(new TrackingLinkRequested { Ticket = Snapshot(), RequestedAt = now });
}
