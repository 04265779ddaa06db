using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Images;

/// <summary>How large an image may claim to be: a few bytes can claim one that fills the memory of whoever opens it.</summary>
static class ImageBounds
{
    public const int MaxSide = 10_000;
    public const int MaxPixels = 50_000_000;

    /// <summary>Frames of an animation, and passes of a progressive one.</summary>
    public const int MaxFrames = 2_000;
    public const int MaxScans = 100;

    /// <summary>Pixels times passes. Encoders make a dozen passes at most, however large the image.</summary>
    public const long MaxScannedPixels = 12L * MaxPixels;

    public static void Check(long width, long height)
    {
        if (width < 1 || height < 1)
            throw RefusedFileException.DamagedImage("it has no size");
        if (width > MaxSide || height > MaxSide || width * height > MaxPixels)
            throw new RefusedFileException(FileRefusalReason.ImageTooLarge,
                $"{width} × {height}, and at most {MaxSide} a side and {MaxPixels / 1_000_000} million altogether are accepted");
    }

    public static void CheckFrames(int count)
    {
        if (count > MaxFrames)
            throw new RefusedFileException(FileRefusalReason.AnimationTooLong, $"{MaxFrames}");
    }
}
