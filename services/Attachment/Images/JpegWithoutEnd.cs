using System.Security.Cryptography;
using Helpdesk.Attachment.Uploading;
using SkiaSharp;

namespace Helpdesk.Attachment.Images;

/// <summary>
/// Tells a JPEG that lacks nothing but its end mark from one that was cut: the decoder fills up what is missing with grey and says nothing.
/// So something is made up to follow; where that changes a pixel, pixels were missing.
/// </summary>
static class JpegWithoutEnd
{
    static readonly byte[] End = [0xFF, 0xD9];

    // Several, for by chance one of them may say what was filled up.
    static readonly byte[][] MadeUp = [.. new[] { 0x00, 0xFE, 0x5A, 0x93 }.Select(x => Enumerable.Repeat((byte)x, 64).ToArray())];

    public static bool Is(ReadOnlySpan<byte> picture) => JpegImage.Begins(picture) && !picture.EndsWith(End);

    /// <summary>The picture with its end.</summary>
    /// <exception cref="RefusedFileException">It was cut.</exception>
    public static byte[] Mend(ReadOnlySpan<byte> picture)
    {
        byte[] mended = [.. picture, .. End];
        var pixels = Digest(mended);
        foreach (var more in MadeUp)
        {
            if (!pixels.AsSpan().SequenceEqual(Digest([.. picture, .. more, .. End])))
                throw RefusedFileException.CutOff();
        }

        return mended;
    }

    // Of all pixels: one block more or less does not show in a smaller picture.
    static byte[] Digest(byte[] picture)
    {
        using var data = SKData.CreateCopy(picture);
        using var codec = SKCodec.Create(data) ?? throw RefusedFileException.CutOff();
        ImageBounds.Check(codec.Info.Width, codec.Info.Height);
        using var pixels = Preview.Decode(codec, codec.Info.Size);
        return SHA256.HashData(pixels.GetPixelSpan());
    }
}
