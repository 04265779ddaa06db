using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Files;

namespace Helpdesk.Ticketing.Model;

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

    /// <summary>When the files' time is over; null when there is nothing to purge.</summary>
    public DateTimeOffset? PurgesAt(Policy policy) =>
        KeptFiles > 0 && (PurgeStartedAt is null || PurgeStartedAt < ClosedAt) ? ClosedAt + policy.PurgeAfter : null;

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

    /// <param name="policy">What holds.</param>
    /// <param name="merged">The numbers of the tickets that were merged into it.</param>
    /// <param name="now">The time.</param>
    public void StartPurgeIfDue(Policy policy, IReadOnlyDictionary<Guid, string> merged, DateTimeOffset now)
    {
        if (PurgesAt(policy) is not { } due || due > now)
            return;
        PurgeStartedAt = now;
        Record(TimelineKind.AttachmentsPurgeStarted, Actor.System, now);
        // The files of what was merged into it are Attachment's under the tickets that they came with.
        foreach (var (ticket, number) in merged.Prepend(new(Id, Number)))
            _events.Add(new AttachmentsPurgeDue { TicketId = ticket, Number = number, ClosedAt = ClosedAt!.Value, DueAt = due });
    }

    /// <summary>Keeps the receipt of a purge in the history.</summary>
    public void RecordPurge(AttachmentsPurged receipt, IReadOnlyCollection<Attachment> files, DateTimeOffset now)
    {
        var purged = files.Where(x => x.PurgedAt is null && receipt.Files.Any(y => y.Id == x.Id)).ToList();
        purged.ForEach(x => x.PurgedAt = receipt.PurgedAt);
        KeptFiles -= purged.Count;
        if (receipt.Files.Count == 0)
            return;
        AddSystemEntry("AttachmentsPurged", Actor.System, now);
        Record(
            TimelineKind.AttachmentsPurged, Actor.System, now,
            [.. receipt.Files.Select(x => ($"{x.Id}", (string?)$"{x.FileName}, sha256 {x.Sha256}"))]);
    }
}
