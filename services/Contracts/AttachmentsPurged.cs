namespace Helpdesk.Contracts;

/// <summary>The receipt of a purge: these files exist no more. Published by Attachment once file and row are gone.</summary>
public sealed record AttachmentsPurged
{
    /// <summary>Whose files.</summary>
    public required Guid TicketId { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset PurgedAt { get; init; }
    /// <summary>What was purged; empty when the ticket had no files.</summary>
    public required IReadOnlyList<PurgedFile> Files { get; init; }
}
