using System.Buffers.Binary;

namespace Helpdesk.Attachment.Images;

/// <summary>Collects what is stored of a file.</summary>
/// <param name="buffer">With <see cref="Room"/> for the file.</param>
sealed class ImageWriter(Memory<byte> buffer)
{
    /// <summary>What an image may grow by: a segment of our own for the orientation.</summary>
    const int Growth = 1024;

    int _added;

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => buffer[..Length];

    /// <summary>What was written without an end mark that we added: only the pixels tell whether anything else is missing.</summary>
    public ReadOnlyMemory<byte> WithoutAddedEnd => buffer[..(Length - _added)];

    public static int Room(int size) => size + Growth;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer.Span[Length..]);
        Length += bytes.Length;
    }

    /// <summary>Writes the end that the file itself lacks.</summary>
    public void AddEnd(ReadOnlySpan<byte> end)
    {
        _added = end.Length;
        Write(end);
    }

    public void WriteByte(int value) => Write([(byte)value]);

    public void WriteUInt16Big(int value) => Write([(byte)(value >> 8), (byte)value]);

    /// <summary>Leaves room for a size that is known later, and tells where.</summary>
    public int Reserve(int count)
    {
        buffer.Span.Slice(Length, count).Clear();
        Length += count;
        return Length - count;
    }

    public void SetUInt32Little(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(buffer.Span[at..], value);
}
