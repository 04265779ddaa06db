using System.Buffers.Binary;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Images;

/// <summary>Reads a file from its beginning, never beyond its end: a file that promises more than is there is refused.</summary>
ref struct ImageReader(ReadOnlySpan<byte> bytes)
{
    readonly ReadOnlySpan<byte> _bytes = bytes;
    int _at;

    public readonly int Position => _at;

    public readonly ReadOnlySpan<byte> Rest => _bytes[_at..];

    public ReadOnlySpan<byte> Take(long count)
    {
        if (count > _bytes.Length - _at)
            throw RefusedFileException.Truncated();
        var taken = _bytes.Slice(_at, (int)count);
        _at += (int)count;
        return taken;
    }

    public byte Byte() => Take(1)[0];

    public int UInt16Big() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public int UInt16Little() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public int UInt24Little() => Byte() | Byte() << 8 | Byte() << 16;

    public uint UInt32Big() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public uint UInt32Little() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    /// <summary>Everything from an earlier position up to here.</summary>
    public readonly ReadOnlySpan<byte> Since(int position) => _bytes[position.._at];
}
