using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Tickets;

sealed partial class Ticket
{
    /// <summary>For how long after closing its customer is asked how good the help was.</summary>
    static readonly TimeSpan AskedFor = TimeSpan.FromDays(30);

    /// <summary>For how long he may think again.</summary>
    static readonly TimeSpan ChangeableFor = TimeSpan.FromDays(7);

    /// <summary>From 1, bad, to 5, very good; null when he did not say.</summary>
    public short? Score { get; private set; }
    public string? ScoreComment { get; private set; }
    public DateTimeOffset? RatedAt { get; private set; }

    /// <summary>Until when its customer may rate it, or change what he said; null while it is open, and once it was merged.</summary>
    public DateTimeOffset? RateableUntil => !IsClosed || IsMerged ? null : RatedAt >= ClosedAt ? RatedAt + ChangeableFor : ClosedAt + AskedFor;

    public Refusal? Rate(short score, string? comment, DateTimeOffset now)
    {
        if (!IsClosed || IsMerged)
            return new("not-rateable", "Only a ticket that was closed can be rated.");
        if (now > RateableUntil)
            return new("rating-over", "This ticket was closed, or rated, too long ago.");
        if ((score, comment) == (Score, ScoreComment) && RatedAt >= ClosedAt)
            return null;
        // What he changes later does not give him more time.
        (Score, ScoreComment, RatedAt) = (score, comment, RatedAt >= ClosedAt ? RatedAt : now);
        Record(TimelineKind.Rated, AsActor(), now, ("score", $"{score}"));
        _unpublished.Add(new TicketRated { Ticket = Snapshot(), Score = score, Comment = comment, RatedAt = now });
        return null;
    }
}
