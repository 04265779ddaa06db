namespace Helpdesk.Attachment.Storing;

/// <summary>Where the bytes are: a directory today, an object store some day.</summary>
interface IFileStore
{
    /// <summary>Writes a new file through to the medium, but nobody finds it yet.</summary>
    Task WriteAsync(Guid id, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Lets the written file be found.</summary>
    void Publish(Guid id);

    /// <summary>Opens a file; null when there is none.</summary>
    Stream? Open(Guid id);

    /// <summary>Deletes a file; one that is gone already is as good.</summary>
    /// <exception cref="IOException">It is still there.</exception>
    void Delete(Guid id);

    /// <summary>Deletes what was begun before this moment and never published.</summary>
    void DeleteUnpublished(DateTimeOffset before);
}
