namespace Helpdesk.Attachment.Storing;

/// <summary>An uploaded file. Its bytes are in the store under its id.</summary>
sealed class StoredFile
{
    public required Guid Id { get; init; }

    /// <summary>For people only: the store never sees it.</summary>
    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);

    public required long Size { get; init; }

    /// <summary>Bytes of its preview, which lies beside it; 0 for a document.</summary>
    public long PreviewSize { get; init; }

    /// <summary>Of the stored bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Whose it is; null while nobody has handed in its receipt.</summary>
    public Guid? TicketId { get; set; }

    /// <summary>When it came with the ticket or a reply. What came after a closing is not purged by it.</summary>
    public DateTimeOffset? AttachedAt { get; set; }

    /// <summary>When it is deleted as unclaimed; null once a ticket has claimed it.</summary>
    public DateTimeOffset? SweepAt { get; set; }

    /// <summary>The bytes are gone; the row waits for the receipt of its ticket's purge.</summary>
    public DateTimeOffset? DeletedAt { get; set; }
}
