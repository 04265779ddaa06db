namespace Helpdesk.Attachment.Images;

/// <summary>The checksum of PNG chunks (ISO 3309).</summary>
static class Crc32
{
    static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(x =>
        Enumerable.Range(0, 8).Aggregate((uint)x, (c, _) => (c & 1) == 0 ? c >> 1 : c >> 1 ^ 0xEDB88320))];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
            crc = Table[(crc ^ value) & 0xFF] ^ crc >> 8;
        return ~crc;
    }
}
