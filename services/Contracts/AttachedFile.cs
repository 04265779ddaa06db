namespace Helpdesk.Contracts;

/// <summary>A file that belongs to a message of a ticket. Its bytes stay in Attachment.</summary>
public sealed record AttachedFile
{
    /// <summary>Identity of the file in Attachment.</summary>
    public required Guid Id { get; init; }
    /// <summary>Name as uploaded, without any path.</summary>
    public required string FileName { get; init; }
    /// <summary>Media type found from the content, not from the name.</summary>
    public required string ContentType { get; init; }
    /// <summary>Size of the stored file in bytes.</summary>
    public required long Size { get; init; }
}
