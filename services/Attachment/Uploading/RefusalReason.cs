using System.Reflection;

namespace Helpdesk.Attachment.Uploading;

/// <summary>
/// Why a file is refused: all reasons in one place. The words are part of the API (docs/api.md) and never change their meaning, for the
/// pages say by them in the reader's language what is wrong.
/// </summary>
/// <param name="Word">What stands in the problem as <c>reason</c>.</param>
/// <param name="Sentence">For the person who sent it; {0} is where in the file.</param>
/// <param name="IsOtherKind">Not a broken file of a kind that is accepted, but something else altogether.</param>
sealed record RefusalReason(string Word, string Sentence, bool IsOtherKind = true)
{
    const string Without = ", which is not accepted. Please save it without, or as a plain PDF, and send it again.";

    public static readonly RefusalReason UnsupportedKind = new("unsupported-kind",
        "This kind of file is not accepted. Please send a picture (PNG, JPEG, GIF, WebP) or a document (PDF, plain text as .txt, "
        + "Word as .docx, Excel as .xlsx, OpenDocument text as .odt).");

    public static readonly RefusalReason EncryptedPdf = new("encrypted-pdf",
        "This PDF has a password or a protection, so that it cannot be checked. Please save it without and send it again.");

    public static readonly RefusalReason EncryptedOffice = new("encrypted-office",
        "This document is protected by a password, so that it cannot be checked. Please save it without and send it again.");

    public static readonly RefusalReason Macros = new("macros", "This document holds macros" + Without);
    public static readonly RefusalReason Script = new("script", "This document holds a script" + Without);
    public static readonly RefusalReason StartsProgram = new("starts-program", "This document holds a command that starts a program"
        + Without);

    public static readonly RefusalReason ExternalContent = new("external-content",
        "This document fetches a part of its content from elsewhere" + Without);

    public static readonly RefusalReason EmbeddedFile = new("embedded-file", "This document holds another file inside" + Without);
    public static readonly RefusalReason ActiveControl = new("active-control", "This document holds a control or an add-in that runs"
        + Without);
    public static readonly RefusalReason Media = new("media", "This document holds a film, a sound or a 3D model that plays" + Without);
    public static readonly RefusalReason SendsForm = new("sends-form", "This document holds a form that sends itself or loads data"
        + Without);
    public static readonly RefusalReason ProgramForm = new("program-form", "This document holds a form that runs programs (XFA)" + Without);

    public static readonly RefusalReason OpensAddress = new("opens-address",
        "This document opens an address or another document by itself" + Without);

    public static readonly RefusalReason UnsafeLink = new("unsafe-link", "This document holds a link that starts something" + Without);

    public static readonly RefusalReason DamagedPicture = new("damaged-picture",
        "This picture is damaged ({0}). Please save it anew and send it again.", IsOtherKind: false);

    public static readonly RefusalReason CutOffPicture = new("cut-off-picture",
        "The end of this picture is missing. Perhaps it was not copied completely; please send it again.", IsOtherKind: false);

    public static readonly RefusalReason PictureTooLarge = new("picture-too-large",
        "This picture has too many pixels: {0}. Please send a smaller one.", IsOtherKind: false);

    public static readonly RefusalReason AnimationTooLong = new("animation-too-long", "This animation has more than {0} pictures.",
        IsOtherKind: false);

    public static readonly RefusalReason DamagedDocument = new("damaged-document",
        "This document is damaged ({0}). Please save it anew and send it again.", IsOtherKind: false);

    public static readonly RefusalReason DocumentTooLarge = new("document-too-large",
        "This document cannot be checked: {0}. Please save it anew, or a part of it, and send it again.", IsOtherKind: false);

    public static IReadOnlyList<RefusalReason> All { get; } =
        [.. typeof(RefusalReason).GetFields(BindingFlags.Public | BindingFlags.Static).Select(x =>
            x.GetValue(null)).OfType<RefusalReason>()];
}
