using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Images;

/// <summary>The images inside a WebP: one bitstream, preceded by a chunk for transparency when it is lossy.</summary>
static class WebpPixels
{
    const int LossyHeader = 10, LosslessHeader = 5, Lossless = 0x2F;

    public static bool Is(WebpChunk chunk) => chunk.Is("VP8 "u8) || chunk.Is("VP8L"u8);

    /// <summary>Checks the bitstream's own header (RFC 6386 9.1, RFC 9649 3.4) and returns the size that it claims.</summary>
    public static (int Width, int Height) Measure(WebpChunk chunk)
    {
        var reader = new ImageReader(chunk.Data);
        int width, height;
        if (chunk.Is("VP8 "u8))
        {
            var header = new ImageReader(reader.Take(LossyHeader));
            var isKeyFrame = (header.UInt24Little() & 1) == 0;
            if (!isKeyFrame || !header.Take(3).SequenceEqual<byte>([0x9D, 0x01, 0x2A]))
                throw RefusedFileException.DamagedImage("its pixels");
            (width, height) = (header.UInt16Little() & 0x3FFF, header.UInt16Little() & 0x3FFF);
        }
        else
        {
            var header = new ImageReader(reader.Take(LosslessHeader));
            if (header.Byte() != Lossless)
                throw RefusedFileException.DamagedImage("its pixels");
            var bits = header.UInt32Little();
            if (bits >> 29 != 0)
                throw RefusedFileException.DamagedImage("its pixels");
            (width, height) = ((int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1);
        }

        if (reader.Rest.Length == 0)
            throw RefusedFileException.DamagedImage("it has no pixels");
        ImageBounds.Check(width, height);
        return (width, height);
    }

    /// <summary>Copies one image of the announced size, and nothing else beside it.</summary>
    public static void Copy(ref ImageReader reader, (int Width, int Height) size, ImageWriter output)
    {
        var hasAlpha = false;
        while (reader.Rest.Length > 0)
        {
            var chunk = WebpChunk.Read(ref reader);
            if (chunk.Is("ALPH"u8) && !hasAlpha)
            {
                chunk.Write(output);
                hasAlpha = true;
            }
            else if (Is(chunk))
            {
                if (Measure(chunk) != size)
                    throw RefusedFileException.DamagedImage("its size");
                chunk.Write(output);
                return;
            }
        }

        throw RefusedFileException.DamagedImage("it has no pixels");
    }
}
