using System.IO.Compression;
using System.Runtime.InteropServices;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>PDF (ISO 32000): begins and ends as one, and names nothing that acts by itself, neither openly nor in its compressed objects.</summary>
static class PdfDocument
{
    const int Tail = 2048;
    const int MostUnpacked = 32 * 1024 * 1024;
    // Each costs an attempt to unpack it, and a few bytes are enough to look like one.
    const int MostPacked = 2_000;

    static ReadOnlySpan<byte> Signature => "%PDF-"u8;

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    public static string Check(ReadOnlyMemory<byte> document)
    {
        var file = document.Span;
        var tail = file[Math.Max(0, file.Length - Tail)..];
        if (file.Length < 8 || file[5] is not ((byte)'1' or (byte)'2') || file[6] != '.')
            throw RefusedFileException.BrokenDocument("its header");
        if (tail.IndexOf("startxref"u8) < 0 || tail.LastIndexOf("%%EOF"u8) < 0)
            throw RefusedFileException.BrokenDocument("its end is missing");
        PdfNames.Refuse(file);
        CheckPackedObjects(document);
        return CheckDocument.Pdf;
    }

    /// <summary>Objects can lie packed in streams, and with them what acts; these are unpacked and looked through as well.</summary>
    static void CheckPackedObjects(ReadOnlyMemory<byte> document)
    {
        var (unpacked, packed) = (0, 0);
        for (var at = 0; Next(document.Span, "stream"u8, ref at);)
        {
            var span = document.Span;
            if (span[..(at - 6)].EndsWith("end"u8) || span[Math.Max(0, at - 1024)..at].LastIndexOf("ObjStm"u8) < 0)
                continue;
            var begin = at + (at + 1 < span.Length && span[at] == '\r' && span[at + 1] == '\n' ? 2 : 1);
            if (++packed > MostPacked)
                throw RefusedFileException.BrokenDocument("it has more packed objects than any document needs");
            if (begin < span.Length)
                PdfNames.Refuse(Unpack(document[begin..], ref unpacked));
        }
    }

    static byte[] Unpack(ReadOnlyMemory<byte> packed, ref int unpacked)
    {
        MemoryMarshal.TryGetArray(packed, out var bytes);
        using var stream = new ZLibStream(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), CompressionMode.Decompress);
        using var objects = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                objects.Write(buffer, 0, read);
                if ((unpacked += read) > MostUnpacked)
                    throw RefusedFileException.BrokenDocument("its objects unpack to more than any document needs");
            }
        }
        catch (InvalidDataException)
        {
            // Not packed after all, or otherwise: it was looked through as it lies in the file.
        }

        return objects.ToArray();
    }

    static bool Next(ReadOnlySpan<byte> file, ReadOnlySpan<byte> word, ref int at)
    {
        var found = file[at..].IndexOf(word);
        at += found + word.Length;
        return found >= 0;
    }
}
