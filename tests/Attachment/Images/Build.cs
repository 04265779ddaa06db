using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Helpdesk.Attachment.Tests.Images;

/// <summary>Puts images together part by part, good ones and bad ones.</summary>
static class Build
{
    public static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(x => x)];

    public static byte[] Png(int width = 3, int height = 2, params byte[][] beforePixels) =>
        Join([Signature, Header(width, height), .. beforePixels, Chunk("IDAT", Pixels(3, 2)), Chunk("IEND")]);

    public static byte[] Header(int width, int height, byte depth = 8, byte colour = 2) =>
        Chunk("IHDR", [.. Big(width), .. Big(height), depth, colour, 0, 0, 0]);

    public static byte[] Pixels(int width, int height)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal))
            zlib.Write(new byte[(width * 3 + 1) * height]);
        return data.ToArray();
    }

    /// <summary>An image that takes about so many bytes, for its pixels are not packed.</summary>
    public static byte[] Large(int bytes)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.NoCompression))
            zlib.Write(new byte[3_001 * (bytes / 3_001)]);
        return Join(Signature, Header(1_000, bytes / 3_001), Chunk("IDAT", data.ToArray()), Chunk("IEND"));
    }

    public static byte[] Chunk(string type, params byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. Big(data.Length), .. body, .. Big((int)Crc(body))];
    }

    public static byte[] Text(string words) => Chunk("tEXt", Encoding.UTF8.GetBytes("Comment\0" + words));

    /// <summary>A JPEG from segments, with the pixels of a real one.</summary>
    public static byte[] Jpeg(params byte[][] first)
    {
        var real = FromABrowser.JpegWithProfile;
        var tables = real.AsSpan().IndexOf<byte>([0xFF, 0xDB]);
        return Join([[0xFF, 0xD8], .. first, real[tables..]]);
    }

    public static byte[] Segment(byte marker, params byte[] data) =>
        [0xFF, marker, (byte)(data.Length + 2 >> 8), (byte)(data.Length + 2), .. data];

    /// <summary>EXIF as a phone writes it: orientation, the place where the photo was taken, and a maker's name.</summary>
    public static byte[] Exif(int orientation, bool little = true)
    {
        byte[] U16(int x) => little ? [(byte)x, (byte)(x >> 8)] : [(byte)(x >> 8), (byte)x];
        byte[] U32(int x) => little ? [.. U16(x), .. U16(x >> 16)] : [.. U16(x >> 16), .. U16(x)];
        byte[] entries =
        [
            .. U16(2), .. U16(0x010F), .. U16(2), .. U32(9), .. U32(38),
            .. U16(0x0112), .. U16(3), .. U32(1), .. U16(orientation), .. U16(0), .. U32(0),
        ];
        return Segment(0xE1, [.. "Exif\0\0"u8, .. little ? "II*\0"u8 : "MM\0*"u8, .. U32(8), .. entries, .. "GPS-0.18\0"u8]);
    }

    public static byte[] Gif(int width = 4, int height = 4, params byte[][] beforePixels) =>
        Join([
            "GIF89a"u8.ToArray(), Little(width), Little(height), [0x80, 0, 0, 0, 0, 0, 255, 255, 255], .. beforePixels, GifFrame(), [0x3B],
        ]);

    public static byte[] GifFrame(int width = 4, int height = 4) =>
        [0x2C, 0, 0, 0, 0, .. Little(width), .. Little(height), 0, 2, 4, 0x84, 0x8F, 0x09, 0x05, 0];

    public static byte[] GifComment(string words) => [0x21, 0xFE, (byte)words.Length, .. Encoding.ASCII.GetBytes(words), 0];

    public static byte[] Riff(params byte[][] chunks)
    {
        var body = Join(["WEBP"u8.ToArray(), .. chunks]);
        return [.. "RIFF"u8, .. LittleLong(body.Length), .. body];
    }

    public static byte[] WebpChunk(string name, params byte[] data) =>
        [.. Encoding.ASCII.GetBytes(name), .. LittleLong(data.Length), .. data, .. data.Length % 2 == 1 ? new byte[1] : []];

    public static byte[] WebpHeader(int flags, int width, int height) =>
        WebpChunk("VP8X", [(byte)flags, 0, 0, 0, .. LittleLong(width - 1)[..3], .. LittleLong(height - 1)[..3]]);

    public static byte[] LosslessPixels(int width, int height) =>
        WebpChunk("VP8L", [0x2F, .. LittleLong(width - 1 | height - 1 << 14), 1, 2, 3, 4]);

    static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    static byte[] Little(int value) => [(byte)value, (byte)(value >> 8)];

    static byte[] LittleLong(int value) => [.. Little(value), .. Little(value >> 16)];

    static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFF;
        foreach (var value in bytes)
        {
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (((crc ^ (uint)(value >> bit)) & 1) == 0 ? 0 : 0xEDB88320);
        }

        return ~crc;
    }
}
