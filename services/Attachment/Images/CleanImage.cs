using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Images;

/// <summary>
/// Decides by structure what a file is, and copies only the parts that make the image. Whatever else it carries (where and with what it was
/// taken, comments, a second file behind the first) is not stored.
/// </summary>
static class CleanImage
{
    public static bool Begins(ReadOnlySpan<byte> file) =>
        PngImage.Begins(file) || JpegImage.Begins(file) || GifImage.Begins(file) || WebpImage.Begins(file);

    /// <summary>Writes the clean image and returns its media type.</summary>
    /// <exception cref="RefusedFileException">It is not a whole image of an accepted kind.</exception>
    public static string Write(ReadOnlySpan<byte> file, ImageWriter output) => file switch
    {
        _ when PngImage.Begins(file) => PngImage.Clean(file, output),
        _ when JpegImage.Begins(file) => JpegImage.Clean(file, output),
        _ when GifImage.Begins(file) => GifImage.Clean(file, output),
        _ when WebpImage.Begins(file) => WebpImage.Clean(file, output),
        _ => throw RefusedFileException.UnsupportedKind(),
    };
}
