using System.Buffers.Binary;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Images;

/// <summary>PNG (W3C, third edition). Of an animation the first frame stays, which every reader shows.</summary>
static class PngImage
{
    static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    static ReadOnlySpan<byte> End => [0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];

    enum Part { Header, BeforePixels, Pixels, AfterPixels }

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    public static string Clean(ReadOnlySpan<byte> file, ImageWriter output)
    {
        var reader = new ImageReader(file);
        output.Write(reader.Take(Signature.Length));
        var (part, hasPalette, beside) = (Part.Header, false, 0);
        while (true)
        {
            // Only the end mark is missing, or a piece of it.
            if (part == Part.Pixels && End.StartsWith(reader.Rest))
            {
                output.Write(End);
                return "image/png";
            }

            var chunk = PngChunk.Read(ref reader);
            if (chunk.Is("IHDR"u8) != (part == Part.Header))
                throw RefusedFileException.DamagedImage("its header is not where it belongs");

            if (chunk.Is("IHDR"u8))
            {
                CheckHeader(chunk.Data);
                part = Part.BeforePixels;
            }
            else if (chunk.Is("PLTE"u8))
            {
                if (part != Part.BeforePixels || hasPalette || chunk.Data.Length is 0 or > 768 || chunk.Data.Length % 3 != 0)
                    throw RefusedFileException.DamagedImage("its palette");
                hasPalette = true;
            }
            else if (chunk.Is("IDAT"u8))
            {
                if (part == Part.AfterPixels)
                    throw RefusedFileException.DamagedImage("its pixels are scattered");
                part = Part.Pixels;
            }
            else if (chunk.Is("IEND"u8))
            {
                if (part is Part.BeforePixels || chunk.Data.Length != 0)
                    throw RefusedFileException.DamagedImage("it has no pixels");
                output.Write(chunk.Whole);
                return "image/png";
            }
            else
            {
                if (chunk.IsCritical)
                    throw RefusedFileException.DamagedImage("a part of an unknown kind");
                if (part == Part.Pixels)
                    part = Part.AfterPixels;
                // Eight at most: repeated ones could carry something else.
                if (part != Part.BeforePixels || !chunk.IsKeptBeside() || ++beside > 8)
                    continue;
            }

            output.Write(chunk.Whole);
        }
    }

    static void CheckHeader(ReadOnlySpan<byte> header)
    {
        if (header.Length != 13)
            throw RefusedFileException.DamagedImage("its header");
        ImageBounds.Check(BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        var (depth, colour) = (header[8], header[9]);
        var possible = colour switch
        {
            0 => depth is 1 or 2 or 4 or 8 or 16,
            3 => depth is 1 or 2 or 4 or 8,
            2 or 4 or 6 => depth is 8 or 16,
            _ => false,
        };
        if (!possible || header[10] != 0 || header[11] != 0 || header[12] > 1)
            throw RefusedFileException.DamagedImage("its header");
    }
}
