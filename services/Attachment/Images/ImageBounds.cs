using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Images;

/// <summary>How large a picture may say it is. A few bytes can claim a picture that fills the memory of whoever opens it.</summary>
static class ImageBounds
{
    public const int MaxSide = 10_000;
    public const int MaxPixels = 50_000_000;

    /// <summary>Pictures of an animation, and passes of a progressive one.</summary>
    public const int MaxFrames = 2_000;
    public const int MaxScans = 100;

    /// <summary>Pixels times passes. Encoders make a dozen passes at most, however large the picture.</summary>
    public const long MaxScannedPixels = 12L * MaxPixels;

    public static void Check(long width, long height)
    {
        if (width < 1 || height < 1)
            throw RefusedFileException.Broken("it has no size");
        if (width > MaxSide || height > MaxSide || width * height > MaxPixels)
            throw new RefusedFileException(RefusalReason.PictureTooLarge,
                $"{width} × {height}, and at most {MaxSide} a side and {MaxPixels / 1_000_000} million altogether are accepted");
    }

    public static void CheckFrames(int count)
    {
        if (count > MaxFrames)
            throw new RefusedFileException(RefusalReason.AnimationTooLong, $"{MaxFrames}");
    }
}
