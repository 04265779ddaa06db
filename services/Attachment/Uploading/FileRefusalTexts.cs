using Helpdesk.Api.Files;

namespace Helpdesk.Attachment.Uploading;

/// <summary>What a reason says to the person who sent the file. The pages have their own words for it, in the reader's language.</summary>
static class FileRefusalTexts
{
    /// <summary>Whether a file of an accepted kind is broken or too much, rather than one that is not accepted at all.</summary>
    public static bool IsDamage(FileRefusalReason reason) => reason is
        FileRefusalReason.DamagedImage or FileRefusalReason.TruncatedImage or FileRefusalReason.ImageTooLarge
        or FileRefusalReason.AnimationTooLong or FileRefusalReason.DamagedDocument or FileRefusalReason.DocumentTooLarge;

    /// <summary>The reason in a sentence or two.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="detail">What in the file, when the reason asks for it.</param>
    public static string Of(FileRefusalReason reason, string detail) => reason switch
    {
        FileRefusalReason.UnsupportedKind =>
            "This kind of file is not accepted. Please send an image (PNG, JPEG, GIF, WebP) or a document (PDF, plain text as .txt, "
            + "Word as .docx, Excel as .xlsx, OpenDocument text as .odt).",
        FileRefusalReason.EncryptedPdf =>
            "This PDF is protected, by a password or otherwise, so it cannot be checked. "
            + "Please save it without protection and send it again.",
        FileRefusalReason.EncryptedOffice =>
            "This document is protected by a password, so it cannot be checked. Please save it without one and send it again.",
        FileRefusalReason.Macros => Contains("macros"),
        FileRefusalReason.Script => Contains("a script"),
        FileRefusalReason.StartsProgram => Contains("a command that starts a program"),
        FileRefusalReason.ExternalContent => Contains("content that is fetched from elsewhere"),
        FileRefusalReason.EmbeddedFile => Contains("another file"),
        FileRefusalReason.ActiveControl => Contains("a control or an add-in that runs"),
        FileRefusalReason.Media => Contains("video, sound or a 3D model"),
        FileRefusalReason.SendsForm => Contains("a form that sends itself or loads data"),
        FileRefusalReason.ProgramForm => Contains("a form that runs programs (XFA)"),
        FileRefusalReason.OpensAddress => Contains("an action that opens an address or another document"),
        FileRefusalReason.UnsafeLink => Contains("a link that starts something"),
        FileRefusalReason.DamagedImage => $"This image is damaged ({detail}). Please save it again and send the new file.",
        FileRefusalReason.TruncatedImage =>
            "The end of this image is missing. Perhaps it was not copied completely; please send it again.",
        FileRefusalReason.ImageTooLarge => $"This image has too many pixels: {detail}. Please send a smaller one.",
        FileRefusalReason.AnimationTooLong => $"This animation has more than {detail} frames. Please send a shorter one.",
        FileRefusalReason.DamagedDocument => $"This document is damaged ({detail}). Please save it again and send the new file.",
        FileRefusalReason.DocumentTooLarge =>
            $"This document cannot be checked: {detail}. Please save it again, or only a part of it, and send the new file.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without words."),
    };

    static string Contains(string what) =>
        $"This document contains {what}, which is not accepted. Please save it without, or as a plain PDF, and send it again.";
}
