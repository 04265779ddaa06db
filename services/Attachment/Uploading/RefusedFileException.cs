using Helpdesk.Api.Files;

namespace Helpdesk.Attachment.Uploading;

/// <summary>The file is not accepted. The message is for the person who sent it.</summary>
sealed class RefusedFileException(FileRefusalReason reason, string detail = "") : Exception(FileRefusalTexts.Of(reason, detail))
{
    public FileRefusalReason Reason { get; } = reason;

    /// <summary>What in the file; empty when the reason says it all.</summary>
    public string Detail { get; } = detail;

    /// <summary>A file of an accepted kind is broken or too much, rather than one that is not accepted at all.</summary>
    public bool IsDamage => FileRefusalTexts.IsDamage(Reason);

    public static RefusedFileException UnsupportedKind() => new(FileRefusalReason.UnsupportedKind);

    public static RefusedFileException Truncated() => new(FileRefusalReason.TruncatedImage);

    public static RefusedFileException DamagedImage(string where) => new(FileRefusalReason.DamagedImage, where);

    public static RefusedFileException DamagedDocument(string where) => new(FileRefusalReason.DamagedDocument, where);

    public static RefusedFileException DocumentTooLarge(string what) => new(FileRefusalReason.DocumentTooLarge, what);
}
