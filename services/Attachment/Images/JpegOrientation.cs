using System.Buffers.Binary;

namespace Helpdesk.Attachment.Images;

/// <summary>Which way up a photo is: all that is kept of its EXIF data (CIPA DC-008, tag 0112).</summary>
static class JpegOrientation
{
    const int Tag = 0x0112;
    const int Upright = 1;
    const int Short = 3;

    static ReadOnlySpan<byte> Name => "Exif\0\0"u8;

    public static bool IsExif(ReadOnlySpan<byte> segment) => segment.StartsWith(Name);

    /// <summary>Reads the orientation; upright when it makes no sense, for broken EXIF data is no reason to refuse a photo.</summary>
    public static int Read(ReadOnlySpan<byte> segment)
    {
        var tiff = segment[Name.Length..];
        if (tiff.Length < 8)
            return Upright;
        var little = tiff.StartsWith("II*\0"u8);
        if (!little && !tiff.StartsWith("MM\0*"u8))
            return Upright;

        var directory = (long)(little
            ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..])
            : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]));
        if (directory + 2 > tiff.Length)
            return Upright;
        var count = Number(tiff[(int)directory..], little);
        for (var i = 0; i < count; i++)
        {
            var at = directory + 2 + i * 12;
            if (at + 12 > tiff.Length)
                return Upright;
            var entry = tiff[(int)at..];
            if (Number(entry, little) == Tag && Number(entry[2..], little) == Short)
                return Number(entry[8..], little) is var value and >= 1 and <= 8 ? value : Upright;
        }

        return Upright;
    }

    /// <summary>Writes an EXIF segment with the orientation alone; none when the photo is upright.</summary>
    public static void Write(int orientation, ImageWriter output)
    {
        if (orientation == Upright)
            return;
        output.Write([0xFF, 0xE1, 0, 34]);
        output.Write(Name);
        output.Write([0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1]);
        output.Write([Tag >> 8, Tag & 0xFF, 0, Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0]);
    }

    static int Number(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
