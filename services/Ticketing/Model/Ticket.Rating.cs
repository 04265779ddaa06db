using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Ticketing.Model;

sealed partial class Ticket
{
    /// <summary>For how long after closing its customer may rate the help.</summary>
    static readonly TimeSpan RateableFor = TimeSpan.FromDays(30);

    /// <summary>For how long they may change their rating.</summary>
    static readonly TimeSpan RatingChangeableFor = TimeSpan.FromDays(7);

    /// <summary>From 1, bad, to 5, very good; null when the customer did not say.</summary>
    public short? Score { get; private set; }

    public string? ScoreComment { get; private set; }

    public DateTimeOffset? RatedAt { get; private set; }

    /// <summary>Until when its customer may rate it, or change the rating; null while it is open, and once it was merged.</summary>
    public DateTimeOffset? RateableUntil => !IsClosed || IsMerged
        ? null
        : RatedAt >= ClosedAt ? RatedAt + RatingChangeableFor : ClosedAt + RateableFor;

    public Result Rate(short score, string? comment, DateTimeOffset now)
    {
        if (!IsClosed || IsMerged)
            return TicketRefusals.NotRateable;
        if (now > RateableUntil)
            return TicketRefusals.RatingOver;
        if ((score, comment) == (Score, ScoreComment) && RatedAt >= ClosedAt)
            return Result.Done;
        // What they change later does not give them more time.
        (Score, ScoreComment, RatedAt) = (score, comment, RatedAt >= ClosedAt ? RatedAt : now);
        Record(TimelineKind.Rated, CustomerActor(), now, ("score", $"{score}"));
        _events.Add(new TicketRated { Ticket = Snapshot(), Score = score, Comment = comment, RatedAt = now });
        return Result.Done;
    }
}
