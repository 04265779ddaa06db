using System.IO.Compression;
using System.Runtime.InteropServices;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>Unpacks the parts of one document, and stops where no honest document goes on.</summary>
sealed class Unpacking
{
    const long Max = 64 * 1024 * 1024;

    long _total;

    /// <summary>The content of a part, which must be read to its end; each part counts as often as it is opened.</summary>
    public Stream Open(ZipEntry entry, bool isMarkup)
    {
        MemoryMarshal.TryGetArray(entry.Packed, out var bytes);
        var packed = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        return new PartStream(entry.IsDeflated ? new DeflateStream(packed, CompressionMode.Decompress) : packed, entry.Size,
            Count) { IsMarkup = isMarkup };
    }

    /// <summary>Unpacks a part to its end.</summary>
    public byte[] Bytes(ZipEntry entry)
    {
        using var content = Open(entry, isMarkup: false);
        using var unpacked = new MemoryStream();
        content.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    /// <summary>Unpacks a part to its end, and gives its first bytes.</summary>
    public byte[] Beginning(ZipEntry entry)
    {
        using var content = Open(entry, isMarkup: false);
        var buffer = new byte[32 * 1024];
        var first = buffer[..content.ReadAtLeast(buffer, 8, throwOnEndOfStream: false)].ToArray();
        while (content.Read(buffer) > 0)
        {
        }

        return first;
    }

    // By what really comes out: what a part claims may be a lie.
    void Count(int read)
    {
        if ((_total += read) > Max)
            throw RefusedFileException.DocumentTooLarge("it unpacks to far more than it is");
    }
}
