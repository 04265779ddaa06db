using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Images;

/// <summary>A part of a PNG: length, type, data, checksum.</summary>
readonly ref struct PngChunk
{
    readonly ReadOnlySpan<byte> _type;

    PngChunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data, ReadOnlySpan<byte> whole)
    {
        _type = type;
        Data = data;
        Whole = whole;
    }

    public ReadOnlySpan<byte> Data { get; }

    public ReadOnlySpan<byte> Whole { get; }

    /// <summary>A reader that does not know it must not show the image (PNG 5.4: the fifth bit of the first letter).</summary>
    public bool IsCritical => (_type[0] & 0x20) == 0;

    public static PngChunk Read(scoped ref ImageReader reader)
    {
        var start = reader.Position;
        var length = reader.UInt32Big();
        var type = reader.Take(4);
        foreach (var letter in type)
        {
            if (!char.IsAsciiLetter((char)letter))
                throw RefusedFileException.DamagedImage("a part without a name");
        }

        var data = reader.Take(length);
        var checksum = reader.UInt32Big();
        var chunk = new PngChunk(type, data, reader.Since(start));
        // What is dropped anyway may be broken.
        if (chunk.IsCritical && checksum != Crc32.Of(chunk.Whole[4..^4]))
            throw RefusedFileException.DamagedImage("a checksum is wrong");
        return chunk;
    }

    public bool Is(ReadOnlySpan<byte> type) => _type.SequenceEqual(type);

    /// <summary>The small parts that the image's colours and size depend on, and that have no room for anything else.</summary>
    public bool IsKeptBeside() =>
        Is("tRNS"u8) ? Data.Length is > 0 and <= 256
        : Is("sRGB"u8) ? Data.Length == 1
        : Is("gAMA"u8) ? Data.Length == 4
        : Is("cHRM"u8) ? Data.Length == 32
        : Is("sBIT"u8) ? Data.Length is > 0 and <= 4
        : Is("bKGD"u8) ? Data.Length is 1 or 2 or 6
        : Is("pHYs"u8) && Data.Length == 9;
}
