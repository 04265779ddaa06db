using System.Security.Cryptography;
using Helpdesk.Attachment.Uploading;
using SkiaSharp;

namespace Helpdesk.Attachment.Images;

/// <summary>
/// Tells a JPEG that lacks only its end mark from one that was truncated: the decoder silently fills what is missing with grey. So made-up
/// data is appended; where that changes a pixel, pixels were missing.
/// </summary>
static class JpegWithoutEnd
{
    static readonly byte[] End = [0xFF, 0xD9];

    // Several, for one of them may by chance be what was filled in.
    static readonly byte[][] MadeUp = [.. new[] { 0x00, 0xFE, 0x5A, 0x93 }.Select(x => Enumerable.Repeat((byte)x, 64).ToArray())];

    public static bool Is(ReadOnlySpan<byte> image) => JpegImage.Begins(image) && !image.EndsWith(End);

    /// <summary>The image with its end.</summary>
    /// <exception cref="RefusedFileException">It was truncated.</exception>
    public static byte[] Mend(ReadOnlySpan<byte> image)
    {
        byte[] mended = [.. image, .. End];
        var pixels = Digest(mended);
        foreach (var more in MadeUp)
        {
            if (!pixels.AsSpan().SequenceEqual(Digest([.. image, .. more, .. End])))
                throw RefusedFileException.Truncated();
        }

        return mended;
    }

    // Of all pixels: one block more or less does not show in a smaller image.
    static byte[] Digest(byte[] image)
    {
        using var data = SKData.CreateCopy(image);
        using var codec = SKCodec.Create(data) ?? throw RefusedFileException.Truncated();
        ImageBounds.Check(codec.Info.Width, codec.Info.Height);
        using var pixels = Preview.Decode(codec, codec.Info.Size);
        return SHA256.HashData(pixels.GetPixelSpan());
    }
}
