namespace Helpdesk.Ticketing.Tickets;

/// <summary>What the reader may do with the ticket at this moment; pages offer no more than that.</summary>
/// <param name="Reply">Whether he may answer.</param>
/// <param name="Close">Whether he may close it.</param>
/// <param name="Reopen">Whether he may open it again.</param>
/// <param name="Rate">Whether he may say how good the help was, or change what he said.</param>
/// <param name="ReplyGoes">What an answer of his would do.</param>
/// <param name="GoesOnIn">Number of the other ticket that an answer would go into, if it is known already.</param>
public sealed record AllowedActions(bool Reply, bool Close, bool Reopen, bool Rate, ReplyGoes ReplyGoes, string? GoesOnIn)
{
    internal static AllowedActions Of(Ticket ticket, string? continuedIn, bool forStaff, DateTimeOffset now)
    {
        var (ended, open) = (ticket.EndedForGood(now), !ticket.IsClosed);
        if (forStaff)
            return new(open, open, !open && !ticket.IsMerged, false, ReplyGoes.Here, null);
        var goes = open ? ReplyGoes.Here : !ended ? ReplyGoes.HereAndReopens : ticket.ContinuedInId is null ? ReplyGoes.IntoNewTicket : ReplyGoes.IntoOtherTicket;
        return new(true, open, !open && !ended, now <= ticket.RateableUntil, goes, ended ? continuedIn : null);
    }
}

/// <summary>Where an answer of the customer goes.</summary>
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
