using System.Buffers.Binary;

namespace Helpdesk.Attachment.Images;

/// <summary>
/// Which coefficients of a JPEG its scans have brought to the last bit. A progressive one whose later scans were cut off looks whole by its
/// segments: only this shows that it is not.
/// </summary>
sealed class JpegScans
{
    readonly Dictionary<byte, ulong> _done = [];
    long _pixels;

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it had all that an image of its size may have. A scan of few bytes still passes over every pixel.</summary>
    public bool AreAll => Count == ImageBounds.MaxScans || (Count + 1) * _pixels > ImageBounds.MaxScannedPixels;

    /// <summary>They brought every coefficient of every component.</summary>
    public bool AreComplete => Count > 0 && _done.Values.All(x => x == ulong.MaxValue);

    /// <summary>Of the frame, which was checked already.</summary>
    public void Begin(ReadOnlySpan<byte> frame)
    {
        _pixels = (long)BinaryPrimitives.ReadUInt16BigEndian(frame[1..]) * BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        for (var at = 6; at < frame.Length; at += 3)
            _done[frame[at]] = 0;
    }

    /// <summary>Of a scan, which was checked already.</summary>
    public void Add(ReadOnlySpan<byte> scan)
    {
        Count++;
        var (first, last, below) = (scan[^3], scan[^2], scan[^1] & 15);
        // Where bits are left for a later pass, they are not done.
        if (below != 0 || first > last || last > 63)
            return;
        for (var at = 1; at < scan.Length - 3; at += 2)
        {
            if (_done.TryGetValue(scan[at], out var done))
                _done[scan[at]] = done | ulong.MaxValue >> (63 - last + first) << first;
        }
    }
}
