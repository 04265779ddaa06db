using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Model;

// What follows when the customer stays silent: first a warning, then the closing.
// Due times are worked out from facts each time, so that neither an unrelated change nor a changed policy leaves a stale one.
sealed partial class Ticket
{
    /// <summary>When the customer is to be warned; null when no warning is due any more.</summary>
    public DateTimeOffset? WarnsAt(Policy policy) => ClosingWarnedAt is null ? WaitingSince + policy.WarnAfter : null;

    /// <summary>
    /// When silence closes the ticket. Never sooner than the warning told, nor sooner after it than policy leaves time: also when
    /// Helpdesk was down meanwhile, or the policy became shorter than the customer has been silent already.
    /// </summary>
    public DateTimeOffset? ClosesAt(Policy policy)
    {
        var closes = WaitingSince + policy.CloseAfter;
        return ClosingPromisedFor > closes ? ClosingPromisedFor : closes;
    }

    public void WarnIfDue(Policy policy, DateTimeOffset now)
    {
        if (!(WarnsAt(policy) <= now))
            return;
        ClosingWarnedAt = now;
        var (closes, fair) = (WaitingSince!.Value + policy.CloseAfter, now + (policy.CloseAfter - policy.WarnAfter));
        ClosingPromisedFor = closes > fair ? closes : fair;
        Record(TimelineKind.ClosingWarned, Actor.System, now, ("closesAt", $"{ClosesAt(policy):O}"));
        _events.Add(new ClosingWarningIssued { Ticket = Snapshot(), RepliedAt = WaitingSince!.Value, ClosesAt = ClosesAt(policy)!.Value });
    }

    public void CloseIfSilent(Policy policy, DateTimeOffset now)
    {
        // Unwarned, nobody is closed out: the warning comes first and moves the end.
        if (ClosingWarnedAt is not null && ClosesAt(policy) <= now)
            Close(Actor.System, Contracts.ClosingReason.Silence, now, policy.ReopenWindow);
    }
}
