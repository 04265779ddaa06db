using System.Buffers.Binary;
using System.Text;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// The parts of a packed document (ZIP), by its central directory. Stricter than a reader has to be: parts must not overlap, and
/// what the directory says must be what the parts say, so that no two programs can see two different documents.
/// </summary>
static class ZipDirectory
{
    const int EndLength = 22;
    const int CentralLength = 46;
    const int LocalLength = 30;
    const int MostParts = 2_000;

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith("PK\u0003\u0004"u8);

    public static IReadOnlyList<ZipEntry> Read(ReadOnlyMemory<byte> file)
    {
        var (count, at, end) = FindDirectory(file.Span);
        var entries = new List<ZipEntry>(count);
        var places = new List<(long Begin, long End)>(count);
        for (var i = 0; i < count; i++)
        {
            var head = Slice(file.Span, at, CentralLength);
            if (!head.StartsWith("PK\u0001\u0002"u8))
                throw Broken();
            int nameLength = UInt16(head, 28), extraLength = UInt16(head, 30), commentLength = UInt16(head, 32);
            var name = Slice(file.Span, at + CentralLength, nameLength);
            var (packed, size, local) = (UInt32(head, 20), UInt32(head, 24), UInt32(head, 42));
            entries.Add(Entry(file, name, UInt16(head, 8), UInt16(head, 10), packed, size, local, places));
            at += CentralLength + nameLength + extraLength + commentLength;
        }

        places.Sort();
        if (at != end || places.Zip(places.Skip(1)).Any(x => x.First.End > x.Second.Begin) || entries.DistinctBy(x => x.Name, StringComparer.OrdinalIgnoreCase).Count() != entries.Count)
            throw Broken();
        return entries;
    }

    static (int Count, int Begin, int End) FindDirectory(ReadOnlySpan<byte> file)
    {
        var tail = file[Math.Max(0, file.Length - EndLength - ushort.MaxValue)..];
        var found = tail.LastIndexOf("PK\u0005\u0006"u8);
        if (found < 0 || tail.Length - found < EndLength)
            throw RefusedFileException.BrokenDocument("its end is missing");
        var end = tail[found..];
        var at = file.Length - tail.Length + found;
        int count = UInt16(end, 10);
        var (size, begin) = (UInt32(end, 12), UInt32(end, 16));
        // In one piece, nothing behind it, and of a size that needs no larger numbers.
        if (UInt16(end, 4) != 0 || UInt16(end, 8) != count || count is 0 or > MostParts || UInt16(end, 20) != end.Length - EndLength || begin + (long)size != at)
            throw Broken();
        return (count, (int)begin, at);
    }

    static ZipEntry Entry(ReadOnlyMemory<byte> file, ReadOnlySpan<byte> name, int flags, int method, uint packed, uint size, uint local, List<(long, long)> places)
    {
        if ((flags & 1) != 0)
            throw RefusedFileException.Active("a password, so that it cannot be checked");
        var head = Slice(file.Span, local, LocalLength);
        var begin = local + LocalLength + UInt16(head, 26) + UInt16(head, 28);
        if (method is not (0 or 8) || !head.StartsWith("PK\u0003\u0004"u8) || UInt16(head, 8) != method || !Slice(file.Span, local + LocalLength, UInt16(head, 26)).SequenceEqual(name) || size > int.MaxValue || (method == 0 && size != packed))
            throw Broken();
        var text = Encoding.UTF8.GetString(name);
        if (text.Length == 0 || text[0] == '/' || text.Contains('\\', StringComparison.Ordinal) || text.Split('/').Contains(".."))
            throw Broken();
        _ = Slice(file.Span, begin, packed);
        places.Add((local, begin + packed));
        return new(text, file.Slice((int)begin, (int)packed), method == 8, (int)size);
    }

    static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> file, long at, long count) =>
        at <= file.Length - count && count >= 0 ? file.Slice((int)at, (int)count) : throw Broken();

    static ushort UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    static uint UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    static RefusedFileException Broken() => RefusedFileException.BrokenDocument("its parts are not where it says");
}
