using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Images;

/// <summary>WebP (RFC 9649), plain, extended and animated. Profiles, EXIF, XMP and unknown parts go.</summary>
static class WebpImage
{
    const int HeaderLength = 12, Animated = 0x02, Alpha = 0x10;

    public static bool Begins(ReadOnlySpan<byte> file) =>
        file.Length >= HeaderLength && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    public static string Clean(ReadOnlySpan<byte> file, ImageWriter output)
    {
        var outer = new ImageReader(file);
        outer.Take(4);
        var reader = new ImageReader(outer.Take(outer.UInt32Little()));
        output.Write(file[..HeaderLength]);
        reader.Take(4);

        var first = WebpChunk.Read(ref reader);
        if (WebpPixels.Is(first))
        {
            WebpPixels.Measure(first);
            first.Write(output);
        }
        else
        {
            Extended(first, ref reader, output);
        }

        output.SetUInt32Little(4, output.Length - 8);
        return "image/webp";
    }

    static void Extended(WebpChunk head, ref ImageReader reader, ImageWriter output)
    {
        if (!head.Is("VP8X"u8) || head.Data.Length != 10)
            throw RefusedFileException.DamagedImage("its header");
        var header = new ImageReader(head.Data);
        var flags = header.UInt32Little() & 0xFF;
        var canvas = (Width: header.UInt24Little() + 1, Height: header.UInt24Little() + 1);
        ImageBounds.Check(canvas.Width, canvas.Height);

        output.Write("VP8X"u8);
        output.Write([10, 0, 0, 0, (byte)(flags & (Animated | Alpha)), 0, 0, 0]);
        output.Write(head.Data[4..]);
        if ((flags & Animated) == 0)
            WebpPixels.Copy(ref reader, canvas, output);
        else
            Animation(ref reader, canvas, output);
    }

    static void Animation(ref ImageReader reader, (int Width, int Height) canvas, ImageWriter output)
    {
        var (frames, hasControl) = (0, false);
        while (reader.Rest.Length > 0)
        {
            var chunk = WebpChunk.Read(ref reader);
            if (chunk.Is("ANIM"u8) && chunk.Data.Length == 6 && !hasControl)
            {
                chunk.Write(output);
                hasControl = true;
            }
            else if (chunk.Is("ANMF"u8))
            {
                ImageBounds.CheckFrames(++frames);
                Frame(chunk, canvas, output);
            }
        }

        if (frames == 0 || !hasControl)
            throw RefusedFileException.DamagedImage("it has no pixels");
    }

    static void Frame(WebpChunk chunk, (int Width, int Height) canvas, ImageWriter output)
    {
        var frame = new ImageReader(chunk.Data);
        var (left, top) = (frame.UInt24Little() * 2, frame.UInt24Little() * 2);
        var size = (Width: frame.UInt24Little() + 1, Height: frame.UInt24Little() + 1);
        if (left + size.Width > canvas.Width || top + size.Height > canvas.Height)
            throw RefusedFileException.DamagedImage("an image outside of its frame");
        frame.Take(4);

        output.Write("ANMF"u8);
        var length = output.Reserve(4);
        output.Write(frame.Since(0));
        WebpPixels.Copy(ref frame, size, output);
        output.SetUInt32Little(length, output.Length - length - 4);
    }
}
