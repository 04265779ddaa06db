using Helpdesk.Attachment.Uploading;
using SkiaSharp;

namespace Helpdesk.Attachment.Images;

/// <summary>
/// Decodes a clean image once: that proves that it is one, and gives its small preview. The decoders are native code, which only
/// <see cref="ImageProcess"/> lets read what strangers send.
/// </summary>
static class Preview
{
    public const string ContentType = "image/webp";

    /// <summary>The longer side of a preview, at most.</summary>
    public const int Side = 480;

    const int Quality = 80;

    static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <summary>The preview, upright. Of an animation it is the first frame.</summary>
    /// <exception cref="RefusedFileException">Its pixels are not all there, or are none.</exception>
    public static byte[] Make(ReadOnlySpan<byte> image)
    {
        if (JpegWithoutEnd.Is(image))
            image = JpegWithoutEnd.Mend(image);
        using var data = SKData.CreateCopy(image);
        using var codec = SKCodec.Create(data) ?? throw Unreadable();
        // Checked again, for what the decoder reads in the header counts, before there is a pixel.
        ImageBounds.Check(codec.Info.Width, codec.Info.Height);
        var scale = Math.Min(1, Side / (float)Math.Max(codec.Info.Width, codec.Info.Height));
        using var pixels = Decode(codec, codec.GetScaledDimensions(scale));
        using var small = Turn(pixels, codec.EncodedOrigin);
        using var encoded = small.Encode(SKEncodedImageFormat.Webp, Quality) ?? throw Unreadable();
        return encoded.ToArray();
    }

    /// <summary>The pixels in a size that the decoder offers.</summary>
    public static SKBitmap Decode(SKCodec codec, SKSizeI size)
    {
        var pixels = new SKBitmap();
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888,
            codec.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul);
        var result = pixels.TryAllocPixels(info) ? codec.GetPixels(info, pixels.GetPixels()) : SKCodecResult.InternalError;
        if (result == SKCodecResult.Success)
            return pixels;
        pixels.Dispose();
        throw result == SKCodecResult.IncompleteInput ? RefusedFileException.Truncated() : Unreadable();
    }

    static SKBitmap Turn(SKBitmap pixels, SKEncodedOrigin origin)
    {
        // So that drawing does not copy it.
        pixels.SetImmutable();
        using var image = SKImage.FromBitmap(pixels);
        var isOnItsSide = origin >= SKEncodedOrigin.LeftTop;
        var (width, height) = isOnItsSide ? (pixels.Height, pixels.Width) : (pixels.Width, pixels.Height);
        var scale = Math.Min(1, Side / (float)Math.Max(width, height));
        var small = new SKBitmap(
            Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)), pixels.AlphaType == SKAlphaType.Opaque);
        using var canvas = new SKCanvas(small);
        canvas.Clear(SKColors.Transparent);
        canvas.Scale(small.Width / (float)width, small.Height / (float)height);
        canvas.Concat(Upright(origin, width, height));
        canvas.DrawImage(image, 0, 0, Smooth);
        return small;
    }

    /// <summary>Where a pixel belongs when the image is upright, and so wide and high (CIPA DC-008, tag 0112).</summary>
    static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    static RefusedFileException Unreadable() => RefusedFileException.DamagedImage("its pixels");
}
