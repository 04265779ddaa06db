namespace Helpdesk.Contracts;

/// <summary>A file that was purged, by its traces.</summary>
public sealed record PurgedFile
{
    /// <summary>Identity it had.</summary>
    public required Guid Id { get; init; }
    /// <summary>Name it had.</summary>
    public required string FileName { get; init; }
    /// <summary>Size in bytes.</summary>
    public required long Size { get; init; }
    /// <summary>SHA-256 of the stored bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }
}
