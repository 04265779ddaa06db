using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Files;

namespace Helpdesk.Ticketing.Model;

// The end of the files of a ticket that was closed long ago. When it is due is worked out from facts each time.
sealed partial class Ticket
{
    /// <summary>When the files' time is over; null when there is nothing to purge.</summary>
    public DateTimeOffset? PurgesAt(Policy policy) =>
        KeptFiles > 0 && (PurgeStartedAt is null || PurgeStartedAt < ClosedAt) ? ClosedAt + policy.PurgeAfter : null;

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
