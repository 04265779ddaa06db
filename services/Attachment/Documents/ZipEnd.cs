using System.Buffers.Binary;
using Helpdesk.Attachment.Uploading;
using static Helpdesk.Attachment.Documents.ZipDirectory;

namespace Helpdesk.Attachment.Documents;

/// <summary>The end of a ZIP, which tells where its directory is; also that of ZIP64, which some write for any size.</summary>
static class ZipEnd
{
    const int Length = 22;
    const int LocatorLength = 20;
    const int WideLength = 56;
    const int MaxParts = 2_000;

    public static (int Count, long Begin, long End) Find(ReadOnlySpan<byte> file)
    {
        var tail = file[Math.Max(0, file.Length - Length - ushort.MaxValue)..];
        var found = tail.LastIndexOf("PK\u0005\u0006"u8);
        if (found < 0 || tail.Length - found < Length)
            throw RefusedFileException.DamagedDocument("its end is missing");
        var end = tail[found..];
        long at = file.Length - tail.Length + found;
        (long count, long size, long begin) = (UInt16(end, 10), UInt32(end, 12), UInt32(end, 16));
        // In one piece, and nothing behind it.
        if (UInt16(end, 4) != 0 || UInt16(end, 6) != 0 || UInt16(end, 8) != count || UInt16(end, 20) != end.Length - Length)
            throw Broken();
        if (at >= LocatorLength && Slice(file, at - LocatorLength, LocatorLength).StartsWith("PK\u0006\u0007"u8))
            (count, size, begin, at) = Wide(file, at - LocatorLength, count, size, begin);
        if (count > MaxParts)
            throw RefusedFileException.DocumentTooLarge("it has more parts than any document needs");
        return count > 0 && begin + size == at ? ((int)count, begin, at) : throw Broken();
    }

    static (long Count, long Size, long Begin, long At) Wide(ReadOnlySpan<byte> file, long locator, long count, long size, long begin)
    {
        var pointer = Slice(file, locator, LocatorLength);
        var at = (long)BinaryPrimitives.ReadUInt64LittleEndian(pointer[8..]);
        var end = Slice(file, at, WideLength);
        var (wideCount, wideSize, wideBegin) = (Int64(end, 32), Int64(end, 40), Int64(end, 48));
        if (!end.StartsWith("PK\u0006\u0006"u8) || UInt32(pointer, 4) != 0 || UInt32(pointer, 16) > 1 || Int64(end, 24) != wideCount)
            throw Broken();
        // Nothing between its two ends, and both say the same: else each program would choose.
        if (at + 12 + Int64(end, 4) != locator || UInt32(end, 16) != 0 || UInt32(end, 20) != 0)
            throw Broken();
        if (!Agree(count, ushort.MaxValue, wideCount) || !Agree(size, uint.MaxValue, wideSize) || !Agree(begin, uint.MaxValue, wideBegin))
            throw Broken();
        return (wideCount, wideSize, wideBegin, at);
    }

    static bool Agree(long narrow, long unsaid, long wide) => wide >= 0 && wide < int.MaxValue && (narrow == unsaid || narrow == wide);

    static long Int64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
