using System.IO.Compression;
using System.Runtime.InteropServices;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>Unpacks the parts of one document, and stops where no honest document goes on.</summary>
sealed class Unpacking
{
    const long Most = 64 * 1024 * 1024;
    const int MostOfOneInMemory = 4 * 1024 * 1024;

    long _total;

    /// <summary>Unpacks a part to its end; its first bytes, as many as are asked for.</summary>
    public byte[] Part(ZipEntry entry, int keep = 0)
    {
        MemoryMarshal.TryGetArray(entry.Packed, out var bytes);
        using var packed = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        using Stream stream = entry.IsDeflated ? new DeflateStream(packed, CompressionMode.Decompress) : packed;
        using var kept = new MemoryStream();
        var buffer = new byte[32 * 1024];
        long size = 0;
        try
        {
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                kept.Write(buffer, 0, (int)Math.Min(read, Math.Max(0, Math.Min(keep, MostOfOneInMemory) - kept.Length)));
                size += read;
                // By what really comes out: what a part says of itself may be a lie.
                if (size > entry.Size || (_total += read) > Most)
                    throw RefusedFileException.BrokenDocument("it unpacks to far more than it is");
            }
        }
        catch (InvalidDataException)
        {
            throw RefusedFileException.BrokenDocument("a part of it cannot be unpacked");
        }

        return size == entry.Size ? kept.ToArray() : throw RefusedFileException.BrokenDocument("a part of it is cut off");
    }
}
