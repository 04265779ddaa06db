using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// Decides by its structure which document a file is. Documents are kept as they are: they cannot be cleaned like pictures, so
/// what could act by itself is refused where it can be seen, and all of them are served as downloads only.
/// </summary>
static class CheckDocument
{
    public const string Pdf = "application/pdf";
    public const string Text = "text/plain";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Odt = "application/vnd.oasis.opendocument.text";

    /// <summary>The document's media type.</summary>
    /// <param name="file">All of it.</param>
    /// <param name="name">As sent. Only plain text, which has no signature, is known by it.</param>
    /// <exception cref="RefusedFileException">It is none that is accepted.</exception>
    public static string TypeOf(ReadOnlyMemory<byte> file, string? name) => file.Span switch
    {
        _ when PdfDocument.Begins(file.Span) => PdfDocument.Check(file),
        _ when ZipDirectory.Begins(file.Span) => OfficeDocument.Check(ZipDirectory.Read(file)),
        _ when PlainText.IsNamedSo(name) => PlainText.Check(file.Span),
        _ => throw RefusedFileException.OtherKind(),
    };
}
