using Helpdesk.Attachment.Images;
using Helpdesk.Attachment.Uploading;
using SkiaSharp;

namespace Helpdesk.Attachment.Tests.Images;

static class Cleaning
{
    public static (string ContentType, byte[] Clean) Clean(byte[] file)
    {
        var output = new ImageWriter(new byte[ImageWriter.Room(file.Length)]);
        var contentType = CleanImage.Write(file, output);
        return (contentType, output.Written.ToArray());
    }

    /// <summary>Cleaned and decoded; the preview, and what is kept.</summary>
    public static (byte[] Clean, byte[] Preview) Decode(byte[] file)
    {
        var output = new ImageWriter(new byte[ImageWriter.Room(file.Length)]);
        CleanImage.Write(file, output);
        return (output.Written.ToArray(), Preview.Make(output.WithoutAddedEnd.Span));
    }

    public static RefusedFileException NotDecoded(byte[] file) => Assert.Throws<RefusedFileException>(() => Decode(file));

    /// <summary>Refused; or not a pixel is missing, as where a JPEG lacks nothing but the last bits
    /// of a block that lies beyond its edge.</summary>
    public static void NotDecodedUnlessEveryPixelIsThere(byte[] cut, byte[] whole)
    {
        try
        {
            Assert.Equal(Pixels(Decode(whole).Clean), Pixels(Decode(cut).Clean));
            Assert.True(whole.Length - cut.Length <= 4, $"{whole.Length - cut.Length} bytes are missing");
        }
        catch (RefusedFileException)
        {
        }

        static byte[] Pixels(byte[] file)
        {
            using var image = SKBitmap.Decode(file);
            return image.Bytes;
        }
    }

    public static RefusedFileException Refused(byte[] file) => Assert.Throws<RefusedFileException>(() => Clean(file));

    public static bool Has(this byte[] file, string words) => file.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(words)) >= 0;
}
