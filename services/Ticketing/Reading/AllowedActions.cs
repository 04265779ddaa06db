using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Reading;

/// <summary>What the reader may do with the ticket at this moment; pages offer no more than that.</summary>
/// <param name="Reply">Whether they may reply.</param>
/// <param name="Close">Whether they may close it.</param>
/// <param name="Reopen">Whether they may reopen it.</param>
/// <param name="Rate">Whether they may rate the help, or change their rating.</param>
/// <param name="ReplyGoes">Where a reply of theirs would go.</param>
/// <param name="GoesOnIn">Number of the other ticket that a reply would go into, if it is known already.</param>
public sealed record AllowedActions(bool Reply, bool Close, bool Reopen, bool Rate, ReplyGoes ReplyGoes, string? GoesOnIn)
{
    internal static AllowedActions Of(Ticket ticket, string? continuedIn, bool forStaff, DateTimeOffset now)
    {
        var (ended, open) = (ticket.IsClosedForGood(now), !ticket.IsClosed);
        if (forStaff)
            return new(open, open, !open && !ticket.IsMerged, false, ReplyGoes.Here, null);
        var goes = (open, ended, ticket.ContinuedInId) switch
        {
            (true, _, _) => ReplyGoes.Here,
            (_, false, _) => ReplyGoes.HereAndReopens,
            (_, _, null) => ReplyGoes.IntoNewTicket,
            _ => ReplyGoes.IntoOtherTicket,
        };
        return new(true, open, !open && !ended, now <= ticket.RateableUntil, goes, ended ? continuedIn : null);
    }
}

/// <summary>Where a reply of the customer goes.</summary>
public enum ReplyGoes
{
    /// <summary>Into this ticket.</summary>
    Here,

    /// <summary>Into this ticket, which it opens again.</summary>
    HereAndReopens,

    /// <summary>Into the ticket that this one goes on in.</summary>
    IntoOtherTicket,

    /// <summary>Into a new ticket, for this one was closed too long ago.</summary>
    IntoNewTicket,
}
