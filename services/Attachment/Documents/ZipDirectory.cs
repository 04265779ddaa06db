using System.Buffers.Binary;
using System.Text;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// The parts of a ZIP by its central directory. Stricter than a reader has to be, and than the platform's is: parts must not overlap, and
/// the directory must say what the parts say, so that no two programs can see two different documents.
/// </summary>
static class ZipDirectory
{
    const int CentralLength = 46;
    const int LocalLength = 30;
    const uint InZip64 = uint.MaxValue;

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith("PK\u0003\u0004"u8);

    public static IReadOnlyList<ZipEntry> Read(ReadOnlyMemory<byte> file)
    {
        var (count, at, end) = ZipEnd.Find(file.Span);
        var entries = new List<ZipEntry>(count);
        var places = new List<(long Begin, long End)>(count);
        for (var i = 0; i < count; i++)
        {
            var head = Slice(file.Span, at, CentralLength);
            if (!head.StartsWith("PK\u0001\u0002"u8))
                throw Broken();
            int nameLength = UInt16(head, 28), extraLength = UInt16(head, 30), commentLength = UInt16(head, 32);
            var name = Slice(file.Span, at + CentralLength, nameLength);
            var place = Place(head, Slice(file.Span, at + CentralLength + nameLength, extraLength));
            entries.Add(Entry(file, name, UInt16(head, 8), UInt16(head, 10), place, places));
            at += CentralLength + nameLength + extraLength + commentLength;
        }

        places.Sort();
        if (at != end || places.Zip(places.Skip(1)).Any(x => x.First.End > x.Second.Begin))
            throw Broken();
        if (entries.DistinctBy(x => x.Name, StringComparer.OrdinalIgnoreCase).Count() != entries.Count)
            throw Broken();
        return entries;
    }

    /// <summary>Sizes and place of a part; those that do not fit are in the extra field of ZIP64, in this order.</summary>
    static (long Size, long Packed, long Local) Place(ReadOnlySpan<byte> head, ReadOnlySpan<byte> extra)
    {
        var wide = Extra(extra);
        var (size, packed, local) = (Wide(UInt32(head, 24), ref wide), Wide(UInt32(head, 20), ref wide), Wide(UInt32(head, 42), ref wide));
        return (size, packed, local);
    }

    static long Wide(uint value, ref ReadOnlySpan<byte> wide)
    {
        if (value != InZip64)
            return value;
        var read = BinaryPrimitives.ReadInt64LittleEndian(Slice(wide, 0, 8));
        wide = wide[8..];
        return read >= 0 ? read : throw Broken();
    }

    static ReadOnlySpan<byte> Extra(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var content = Slice(extra, 4, UInt16(extra, 2));
            if (UInt16(extra, 0) == 1)
                return content;
            extra = extra[(4 + content.Length)..];
        }

        return [];
    }

    static ZipEntry Entry(
        ReadOnlyMemory<byte> file, ReadOnlySpan<byte> name, int flags, int method, (long Size, long Packed, long Local) place,
            List<(long, long)> places)
    {
        if ((flags & 1) != 0)
            throw new RefusedFileException(FileRefusalReason.EncryptedOffice);
        var head = Slice(file.Span, place.Local, LocalLength);
        var begin = place.Local + LocalLength + UInt16(head, 26) + UInt16(head, 28);
        if (method is not (0 or 8) || !head.StartsWith("PK\u0003\u0004"u8) || UInt16(head, 8) != method)
            throw Broken();
        if (!Slice(file.Span, place.Local + LocalLength, UInt16(head, 26)).SequenceEqual(name))
            throw Broken();
        if (place.Size > int.MaxValue || (method == 0 && place.Size != place.Packed))
            throw Broken();
        var text = Encoding.UTF8.GetString(name);
        if (text.Length == 0 || text[0] == '/' || text.Contains('\\', StringComparison.Ordinal) || text.Split('/').Contains(".."))
            throw Broken();
        _ = Slice(file.Span, begin, place.Packed);
        places.Add((place.Local, begin + place.Packed));
        return new(text, file.Slice((int)begin, (int)place.Packed), method == 8, (int)place.Size);
    }

    internal static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> file, long at, long count) =>
        at >= 0 && count >= 0 && at <= file.Length - count ? file.Slice((int)at, (int)count) : throw Broken();

    internal static ushort UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    internal static uint UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    internal static RefusedFileException Broken() => RefusedFileException.DamagedDocument("its parts are not where it says");
}
