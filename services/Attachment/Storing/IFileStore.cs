using Helpdesk.Attachment.Checks;

namespace Helpdesk.Attachment.Storing;

/// <summary>Where the bytes are: on disk today, in an object store some day.</summary>
interface IFileStore
{
    /// <summary>Writes a new file, and its preview when it has one, through to the medium; nobody finds them yet.</summary>
    Task WriteAsync(Guid id, CheckedFile file, CancellationToken cancellationToken);

    /// <summary>Lets what was written be found.</summary>
    void Publish(Guid id);

    /// <summary>Opens a file; null when there is none.</summary>
    Stream? Open(Guid id);

    /// <summary>Opens the preview of a file; null when there is none.</summary>
    Stream? OpenPreview(Guid id);

    /// <summary>Deletes a file and its preview; it is no error when they are gone already.</summary>
    /// <exception cref="IOException">It is still there.</exception>
    void Delete(Guid id);

    /// <summary>Deletes what was begun before this moment and never published.</summary>
    void DeleteUnpublished(DateTimeOffset before);
}
