using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Images;

/// <summary>GIF (87a and 89a). Comments and what applications added go; how often an animation repeats stays.</summary>
static class GifImage
{
    const byte Extension = 0x21, Image = 0x2C, Trailer = 0x3B, GraphicControl = 0xF9, Application = 0xFF;

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8);

    public static string Clean(ReadOnlySpan<byte> file, ImageWriter output)
    {
        var reader = new ImageReader(file);
        reader.Take(6);
        var (width, height) = (reader.UInt16Little(), reader.UInt16Little());
        ImageBounds.Check(width, height);
        var flags = reader.Byte();
        reader.Take(2);
        TakePalette(ref reader, flags);
        output.Write(reader.Since(0));

        var (frames, endsWithImage) = (0, false);
        while (true)
        {
            if (endsWithImage && reader.Rest.Length == 0)
            {
                output.WriteByte(Trailer);
                return "image/gif";
            }

            var start = reader.Position;
            endsWithImage = reader.Rest is [Image, ..];
            switch (reader.Byte())
            {
                case Extension:
                    CopyExtension(ref reader, start, output);
                    break;
                case Image:
                    ImageBounds.CheckFrames(++frames);
                    CopyImage(ref reader, start, output);
                    break;
                case Trailer when frames > 0:
                    output.WriteByte(Trailer);
                    return "image/gif";
                default:
                    throw RefusedFileException.DamagedImage("a part of an unknown kind");
            }
        }
    }

    static void CopyImage(ref ImageReader reader, int start, ImageWriter output)
    {
        var (left, top, width, height) = (reader.UInt16Little(), reader.UInt16Little(), reader.UInt16Little(), reader.UInt16Little());
        ImageBounds.Check(width, height);
        ImageBounds.Check(left + width, top + height);
        TakePalette(ref reader, reader.Byte());
        if (reader.Byte() is < 2 or > 8)
            throw RefusedFileException.DamagedImage("its pixels");
        if (TakeBlocks(ref reader) == 0)
            throw RefusedFileException.DamagedImage("it has no pixels");
        output.Write(reader.Since(start));
    }

    static void CopyExtension(ref ImageReader reader, int start, ImageWriter output)
    {
        var kind = reader.Byte();
        var body = reader.Position;
        TakeBlocks(ref reader);
        var data = reader.Since(body);
        if ((kind == GraphicControl && data.Length == 6) || (kind == Application && IsLoop(data)))
            output.Write(reader.Since(start));
    }

    static bool IsLoop(ReadOnlySpan<byte> data) =>
        data.Length == 17 && (data[1..].StartsWith("NETSCAPE2.0"u8) || data[1..].StartsWith("ANIMEXTS1.0"u8))
        && data[12] == 3 && data[13] == 1;

    static void TakePalette(ref ImageReader reader, byte flags)
    {
        if ((flags & 0x80) != 0)
            reader.Take(3 << (flags & 7) + 1);
    }

    /// <summary>Skips blocks up to the empty one that ends them; tells how many bytes they held.</summary>
    static int TakeBlocks(ref ImageReader reader)
    {
        var total = 0;
        while (reader.Byte() is var length and > 0)
        {
            reader.Take(length);
            total += length;
        }

        return total;
    }
}
