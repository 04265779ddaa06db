using Helpdesk.Attachment.Checks;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// Decides by structure which document a file is, and accepts only what is known to be passive. All are served as downloads only.
/// </summary>
static class CheckDocument
{
    public const string Pdf = "application/pdf";
    public const string Text = "text/plain";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Odt = "application/vnd.oasis.opendocument.text";

    /// <summary>The document's media type, and its bytes as they are to be stored.</summary>
    /// <param name="file">All of it.</param>
    /// <param name="name">As sent. Only plain text, which has no signature, is known by it.</param>
    /// <exception cref="RefusedFileException">It is not accepted.</exception>
    public static CheckedFile Check(ReadOnlyMemory<byte> file, string? name) => file.Span switch
    {
        _ when ZipDirectory.Begins(file.Span) => Package.Check(file),
        _ when CompoundFile.Begins(file.Span) => throw new RefusedFileException(CompoundFile.Reason(file.Span)),
        _ when IsPdf(file.Span, name) => PdfDocument.Check(file),
        _ when PlainText.HasExtension(name) => new(PlainText.Check(file.Span), file),
        _ => throw RefusedFileException.UnsupportedKind(),
    };

    /// <summary>Whether it is a PDF, and not a text that speaks of one.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> file, string? name) =>
        PdfDocument.Begins(file) && (file.StartsWith(PdfDocument.Signature) || !PlainText.HasExtension(name));
}
