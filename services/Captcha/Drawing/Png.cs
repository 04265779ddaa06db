using System.Buffers.Binary;
using System.IO.Compression;

namespace Helpdesk.Captcha.Drawing;

/// <summary>Writes a picture of sixteen colours as PNG, four bits for each pixel.</summary>
static class Png
{
    const int ChunkFrame = 12;

    /// <summary>Room that is always enough: even when nothing can be compressed.</summary>
    public static int Room(int width, int height) => 1024 + RowBytes(width) * height + height;

    /// <summary>Writes the file and returns its length.</summary>
    /// <param name="page">A tone for each pixel: 0 is the first colour, 255 the last.</param>
    /// <param name="palette">Sixteen times red, green, blue.</param>
    /// <param name="file">Where it is written, with <see cref="Room"/>.</param>
    public static int Write(ReadOnlySpan<byte> page, int width, int height, ReadOnlySpan<byte> palette, byte[] file)
    {
        ReadOnlySpan<byte> signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
        signature.CopyTo(file);
        var at = signature.Length;

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        ReadOnlySpan<byte> fourBitsOfAPalette = [4, 3, 0, 0, 0];
        fourBitsOfAPalette.CopyTo(header[8..]);
        at += Chunk(file.AsSpan(at), "IHDR"u8, header);
        at += Chunk(file.AsSpan(at), "PLTE"u8, palette);

        var data = Compress(page, width, height, file, at + 8);
        at += Frame(file.AsSpan(at), "IDAT"u8, data);
        return at + Chunk(file.AsSpan(at), "IEND"u8, []);
    }

    static int Compress(ReadOnlySpan<byte> page, int width, int height, byte[] file, int at)
    {
        using var room = new MemoryStream(file, at, file.Length - at);
        // Rows are not filtered: neighbours in a palette predict each other worse than deflate's own repeats do.
        Span<byte> row = stackalloc byte[1 + RowBytes(width)];
        using (var zlib = new ZLibStream(room, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                Pack(page.Slice(y * width, width), row[1..]);
                zlib.Write(row);
            }
        }

        return (int)room.Position;
    }

    static void Pack(ReadOnlySpan<byte> tones, Span<byte> row)
    {
        row.Clear();
        for (var x = 0; x < tones.Length; x++)
            row[x >> 1] |= (byte)((tones[x] * (Ink.Steps - 1) + 127) / 255 << ((x & 1) == 0 ? 4 : 0));
    }

    static int Chunk(Span<byte> file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        data.CopyTo(file[8..]);
        return Frame(file, type, data.Length);
    }

    static int Frame(Span<byte> file, ReadOnlySpan<byte> type, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(file, length);
        type.CopyTo(file[4..]);
        BinaryPrimitives.WriteUInt32BigEndian(file[(8 + length)..], Crc32.Of(file.Slice(4, 4 + length)));
        return ChunkFrame + length;
    }

    static int RowBytes(int width) => (width + 1) / 2;
}
