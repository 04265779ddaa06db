namespace Helpdesk.Attachment.Uploading;

/// <summary>The file is not taken. The message is for the person who sent it.</summary>
sealed class RefusedFileException(string message, bool isOtherKind = false) : Exception(message)
{
    /// <summary>It is not a broken file of a kind that is accepted, but something else altogether.</summary>
    public bool IsOtherKind { get; } = isOtherKind;

    public static RefusedFileException OtherKind() =>
        new("This kind of file is not accepted. Please send a picture (PNG, JPEG, GIF, WebP) or a document (PDF, plain text as .txt, Word as .docx, Excel as .xlsx, OpenDocument text as .odt).", true);

    public static RefusedFileException CutOff() => new("The end of this picture is missing. Perhaps it was not copied completely; please send it again.");

    public static RefusedFileException Broken(string where) => new($"This picture is damaged ({where}). Please save it anew and send it again.");

    public static RefusedFileException BrokenDocument(string where) => new($"This document is damaged ({where}). Please save it anew and send it again.");

    public static RefusedFileException Active(string what) => new($"This document holds {what}, which is not accepted. Please save it without, or as a plain PDF, and send it again.", true);
}
