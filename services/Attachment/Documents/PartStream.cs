using System.Buffers;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// The content of a part as it is unpacked: not a byte more or less than it says, and nothing that would fill the reader's memory.
/// </summary>
sealed class PartStream(Stream content, long size, Action<int> count) : Stream
{
    // An element and its attributes are read into memory as a whole: everything up to the next one has to fit.
    const int MaxInOnePiece = 4 * 1024 * 1024;
    static readonly SearchValues<byte> Begin = SearchValues.Create((byte)'<');

    long _read;
    int _piece;

    /// <summary>Whether the content is markup, whose pieces are bounded.</summary>
    public required bool IsMarkup { get; init; }

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = content.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw RefusedFileException.DamagedDocument("a part of it cannot be unpacked");
        }

        if (read == 0 && buffer.Length > 0 && _read != size)
            throw RefusedFileException.DamagedDocument("a part of it is cut off");
        if ((_read += read) > size)
            throw RefusedFileException.DocumentTooLarge("it unpacks to far more than it is");
        count(read);
        if (IsMarkup)
            Measure(buffer[..read]);
        return read;
    }

    void Measure(ReadOnlySpan<byte> read)
    {
        for (int next; (next = read.IndexOfAny(Begin)) >= 0; read = read[(next + 1)..])
        {
            Add(next);
            _piece = 0;
        }

        Add(read.Length);
    }

    void Add(int bytes)
    {
        if ((_piece += bytes) > MaxInOnePiece)
            throw RefusedFileException.DocumentTooLarge("a piece of it is larger than any document needs");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            content.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _read; set => throw new NotSupportedException(); }
    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
