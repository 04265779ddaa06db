using Helpdesk.Api.Tickets;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Reading;

static class AllowedActionsMapping
{
    /// <summary>What the reader may do with the ticket now.</summary>
    public static AllowedActions Of(Ticket ticket, string? continuedIn, bool forStaff, DateTimeOffset now)
    {
        var (ended, open) = (ticket.IsClosedForGood(now), !ticket.IsClosed);
        if (forStaff)
            return new(open, open, !open && !ticket.IsMerged, false, ReplyDestination.Here, null);
        var destination = (open, ended, ticket.ContinuedInId) switch
        {
            (true, _, _) => ReplyDestination.Here,
            (_, false, _) => ReplyDestination.HereAndReopens,
            (_, _, null) => ReplyDestination.IntoNewTicket,
            _ => ReplyDestination.IntoOtherTicket,
        };
        return new(true, open, !open && !ended, now <= ticket.RateableUntil, destination, ended ? continuedIn : null);
    }
}
