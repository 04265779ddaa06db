using System.Globalization;

namespace Helpdesk.Attachment.Uploading;

/// <summary>The file is not taken. The message is for the person who sent it.</summary>
sealed class RefusedFileException(RefusalReason reason, string where = "")
    : Exception(string.Format(CultureInfo.InvariantCulture, reason.Sentence, where))
{
    public RefusalReason Reason { get; } = reason;

    public string Where { get; } = where;

    /// <summary>It is not a broken file of a kind that is accepted, but something else altogether.</summary>
    public bool IsOtherKind => Reason.IsOtherKind;

    public static RefusedFileException OtherKind() => new(RefusalReason.UnsupportedKind);

    public static RefusedFileException CutOff() => new(RefusalReason.CutOffPicture);

    public static RefusedFileException Broken(string where) => new(RefusalReason.DamagedPicture, where);

    public static RefusedFileException BrokenDocument(string where) => new(RefusalReason.DamagedDocument, where);

    public static RefusedFileException TooLarge(string what) => new(RefusalReason.DocumentTooLarge, what);
}
