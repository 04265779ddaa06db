using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Helpdesk.Captcha.Tests;

/// <summary>A PNG of colours without a palette, read by the letter of its specification, with nothing of the code that writes it.</summary>
/// <param name="Pixels">For each pixel which of <paramref name="Colours"/> it has: 0 is the lightest.</param>
sealed record ReadPng(int Width, int Height, byte[,] Pixels, IReadOnlyList<int> Colours, IReadOnlyList<string> Chunks)
{
    public static ReadPng Parse(ReadOnlySpan<byte> file)
    {
        Assert.Equal("89504E470D0A1A0A", Convert.ToHexString(file[..8]));
        var (chunks, header, data) = (new List<string>(), Array.Empty<byte>(), new MemoryStream());
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            var type = Encoding.ASCII.GetString(file.Slice(at + 4, 4));
            var body = file.Slice(at + 8, length);
            Assert.Equal(Crc(file.Slice(at + 4, 4 + length)), BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + length)..]));
            chunks.Add(type);
            if (type == "IHDR")
                header = body.ToArray();
            if (type == "IDAT")
                data.Write(body);
            at += 12 + length;
        }

        Assert.Equal("IEND", chunks[^1]);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        // Eight bits for each of red, green and blue.
        Assert.Equal((8, 2, 0, 0, 0), (header[8], header[9], header[10], header[11], header[12]));
        var pixels = Unpack(data.ToArray(), width, height);
        var colours = pixels.Cast<int>().Distinct().OrderByDescending(Lightness).ToList();
        var order = colours.Index().ToDictionary(x => x.Item, x => (byte)x.Index);
        var ordered = new byte[height, width];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                ordered[y, x] = order[pixels[y, x]];
        }

        return new(width, height, ordered, colours, chunks);
    }

    public static int Lightness(int colour) => (colour >> 16) + (colour >> 8 & 255) + (colour & 255);

    static int[,] Unpack(byte[] data, int width, int height)
    {
        using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        var row = new byte[1 + width * 3];
        var pixels = new int[height, width];
        for (var y = 0; y < height; y++)
        {
            zlib.ReadExactly(row);
            Assert.Equal(0, row[0]);
            for (var x = 0; x < width; x++)
                pixels[y, x] = row[1 + x * 3] << 16 | row[2 + x * 3] << 8 | row[3 + x * 3];
        }

        Assert.Equal(-1, zlib.ReadByte());
        return pixels;
    }

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
