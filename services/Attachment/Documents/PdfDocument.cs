using Helpdesk.Api.Files;
using Helpdesk.Attachment.Checks;
using Helpdesk.Attachment.Uploading;
using UglyToad.PdfPig;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// PDF (ISO 32000), read by PdfPig: begins and ends as one, opens, and has no object that acts by itself, wherever it lies. Hostile files
/// can cost this parser endless memory and time, so what strangers send is checked by <see cref="PdfProcess"/>.
/// </summary>
static class PdfDocument
{
    // As far as other readers look for the beginning, for mail servers and scanners put some bytes before it.
    const int MaxBefore = 1024;
    const int Tail = 2048;

    // A program or an archive, which would be run or read as such.
    static readonly byte[][] Foreign =
        ["MZ"u8.ToArray(), "PK"u8.ToArray(), "\u007fELF"u8.ToArray(), "#!"u8.ToArray(), [0xCA, 0xFE, 0xBA, 0xBE], "Rar!"u8.ToArray(),
            "7z"u8.ToArray()];

    public static ReadOnlySpan<byte> Signature => "%PDF-"u8;

    public static bool Begins(ReadOnlySpan<byte> file) =>
        file[..Math.Min(file.Length, MaxBefore + Signature.Length)].IndexOf(Signature) >= 0 && !IsForeign(file);

    static bool IsForeign(ReadOnlySpan<byte> file)
    {
        foreach (var signature in Foreign)
        {
            if (file.StartsWith(signature))
                return true;
        }

        return false;
    }

    /// <summary>Checks it; what is before its beginning is not stored.</summary>
    public static CheckedFile Check(ReadOnlyMemory<byte> file)
    {
        var document = file[file.Span.IndexOf(Signature)..];
        CheckFrame(document.Span);
        try
        {
            var objects = new PdfObjects(document);
            objects.Check();
            Open(document);
        }
        catch (Exception exception) when (exception is not RefusedFileException)
        {
            // Whatever the parser stumbles over.
            throw RefusedFileException.DamagedDocument("its objects cannot be read");
        }

        return new(CheckDocument.Pdf, document);
    }

    static void CheckFrame(ReadOnlySpan<byte> file)
    {
        var tail = file[Math.Max(0, file.Length - Tail)..];
        if (file.Length < 8 || file[5] is not ((byte)'1' or (byte)'2') || file[6] != '.')
            throw RefusedFileException.DamagedDocument("its header");
        if (tail.IndexOf("startxref"u8) < 0 || tail.LastIndexOf("%%EOF"u8) < 0)
            throw RefusedFileException.DamagedDocument("its end is missing");
    }

    static void Open(ReadOnlyMemory<byte> document)
    {
        using var opened = UglyToad.PdfPig.PdfDocument.Open(document.ToArray(), new ParsingOptions { FilterProvider = new PdfFilters() });
        if (opened.IsEncrypted)
            throw new RefusedFileException(FileRefusalReason.EncryptedPdf);
    }
}
