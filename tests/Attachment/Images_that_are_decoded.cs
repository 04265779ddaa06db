using Helpdesk.Attachment.Images;
using Helpdesk.Attachment.Tests.Images;
using Helpdesk.Attachment.Uploading;
using SkiaSharp;
using static Helpdesk.Attachment.Tests.Images.Cleaning;

namespace Helpdesk.Attachment.Tests;

public sealed class Images_that_are_decoded
{
    public static TheoryData<string, byte[]> Kinds() => new()
    {
        { "baseline jpeg", FromPrograms.Baseline }, { "progressive jpeg", FromPrograms.Progressive },
        { "16 bits", FromPrograms.SixteenBits },
        { "palette", FromPrograms.Palette }, { "interlaced", FromPrograms.Interlaced }, { "animated gif", FromPrograms.Animation },
        { "lossless webp", FromPrograms.Lossless },
    };

    [Theory, MemberData(nameof(Kinds))]
    public void F9_have_a_preview_that_shows_what_they_show(string kind, byte[] file)
    {
        using var preview = Open(Decode(file).Preview);
        Assert.Equal((48, 32), (preview.Width, preview.Height));
        AssertLike(SKColors.Yellow, preview.GetPixel(6, 6), kind);
        AssertLike(SKColors.Red, preview.GetPixel(42, 2), kind);
        AssertLike(SKColors.Blue, preview.GetPixel(42, 29), kind);
    }

    [Fact]
    public void F9_a_jpeg_for_printing_is_decoded_too()
    {
        using var preview = Open(Decode(FromPrograms.Cmyk).Preview);
        Assert.Equal((48, 32), (preview.Width, preview.Height));
        AssertLike(SKColors.Yellow, preview.GetPixel(6, 6), "cmyk");
    }

    [Theory]
    [InlineData(1, 6, 6)]
    [InlineData(2, 41, 6)]
    [InlineData(3, 41, 25)]
    [InlineData(4, 6, 25)]
    [InlineData(5, 6, 6)]
    [InlineData(6, 25, 6)]
    [InlineData(7, 25, 41)]
    [InlineData(8, 6, 41)]
    public void F9_a_photo_that_was_taken_with_the_camera_turned_has_an_upright_preview(int orientation, int x, int y)
    {
        var (_, made) = Decode(Build.Join(FromPrograms.Baseline[..2], Build.Exif(orientation), FromPrograms.Baseline[2..]));
        using var preview = Open(made);
        Assert.Equal(orientation < 5 ? (48, 32) : (32, 48), (preview.Width, preview.Height));
        AssertLike(SKColors.Yellow, preview.GetPixel(x, y), $"{orientation}");
        AssertUnlike(SKColors.Yellow, preview.GetPixel(preview.Width - 1 - x, preview.Height - 1 - y), $"{orientation}");
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, 4000, 3000, 480, 360)]
    [InlineData(SKEncodedImageFormat.Png, 2000, 100, 480, 24)]
    [InlineData(SKEncodedImageFormat.Webp, 700, 1400, 240, 480)]
    [InlineData(SKEncodedImageFormat.Png, 10_000, 1, 480, 1)]
    [InlineData(SKEncodedImageFormat.Png, 1, 1, 1, 1)]
    [InlineData(SKEncodedImageFormat.Png, 480, 480, 480, 480)]
    public void A_preview_is_small_and_never_larger_than_the_image(SKEncodedImageFormat format, int width, int height, int small, int low)
    {
        using var image = new SKBitmap(width, height, isOpaque: true);
        image.Erase(SKColors.SeaGreen);
        using var file = image.Encode(format, 90);
        var (_, made) = Decode(file.ToArray());
        using var preview = Open(made);
        Assert.Equal((small, low), (preview.Width, preview.Height));
        AssertLike(SKColors.SeaGreen, preview.GetPixel(small / 2, low / 2), $"{format}");
    }

    [Fact]
    public void A_preview_is_transparent_where_the_image_is()
    {
        using var image = new SKBitmap(100, 100);
        image.Erase(SKColors.Transparent);
        using var file = image.Encode(SKEncodedImageFormat.Png, 90);
        using var preview = Open(Decode(file.ToArray()).Preview);
        Assert.Equal(0, preview.GetPixel(50, 50).Alpha);
    }

    [Fact]
    public void A_preview_is_a_clean_image_itself()
    {
        var preview = Decode(FromPrograms.Baseline).Preview;
        Assert.Equal((Preview.ContentType, Convert.ToHexString(preview)),
            (Clean(preview).ContentType, Convert.ToHexString(Clean(preview).Clean)));
    }

    public static TheoryData<string, byte[], int> Ends() => new()
    {
        { "baseline jpeg", FromPrograms.Baseline, 2 }, { "progressive jpeg", FromPrograms.Progressive, 2 },
        { "cmyk jpeg", FromPrograms.Cmyk, 2 },
        { "16 bits", FromPrograms.SixteenBits, 12 }, { "palette", FromPrograms.Palette, 12 }, { "interlaced", FromPrograms.Interlaced, 12 },
        { "gif", FromPrograms.Animation, 1 },
    };

    [Theory, MemberData(nameof(Ends))]
    public void One_that_lacks_only_its_end_mark_is_accepted_and_gets_it(string kind, byte[] file, int mark)
    {
        Assert.NotEmpty(kind);
        for (var missing = 1; missing <= mark; missing++)
        {
            var (clean, preview) = Decode(file[..^missing]);
            Assert.Equal(Clean(file).Clean, clean);
            Assert.Equal(Decode(file).Preview, preview);
        }
    }

    [Theory, MemberData(nameof(Ends))]
    public void One_whose_pixels_are_not_all_there_is_refused_wherever_it_was_cut(string kind, byte[] file, int mark)
    {
        // Between the frames of an animation nothing tells that there were more.
        var whole = kind == "gif" ? file.AsSpan().LastIndexOf<byte>([0x21, 0xF9]) : file.Length - mark;
        for (var length = 1; length < whole; length++)
            NotDecodedUnlessEveryPixelIsThere(file[..length], file);
    }

    [Fact]
    public void A_progressive_one_that_was_truncated_between_its_passes_is_refused()
    {
        var file = FromPrograms.Progressive;
        var scans = Enumerable.Range(0, file.Length - 1).Where(x => file[x] == 0xFF && file[x + 1] == 0xDA).ToList();
        Assert.True(scans.Count > 3);
        // Each pass ends where the tables of the next begin, or its own head does.
        var tables = Enumerable.Range(0, file.Length - 1).Where(x => file[x] == 0xFF && file[x + 1] is 0xC4 or 0xDA && x > scans[0]);
        Assert.All(tables, x => NotDecoded(file[..x]));
    }

    [Fact]
    public void One_with_an_end_mark_whose_pixels_are_missing_is_refused_where_its_kind_can_tell()
    {
        var (header, end) = (Build.Header(300, 300), Build.Chunk("IEND"));
        NotDecoded(Build.Join(Build.Signature, header, Build.Chunk("IDAT", Build.Pixels(300, 100)), end));
        NotDecoded(Build.Join(Build.Signature, header, Build.Chunk("IDAT", [1, 2, 3]), end));
        NotDecoded(Build.Gif(400, 400, Build.GifFrame(400, 400)));
    }

    [Fact]
    public void A_file_with_the_right_parts_and_no_pixels_is_refused()
    {
        var file = Build.Join(Build.Signature, Build.Header(3, 2), Build.Chunk("IDAT", [.. "MZ\u0090\0 a program"u8]), Build.Chunk("IEND"));
        Assert.Equal("image/png", Clean(file).ContentType);
        NotDecoded(file);
        NotDecoded(Build.Riff(Build.LosslessPixels(12, 8)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void One_wrong_byte_in_the_pixels_never_does_more_than_refuse(string kind, byte[] file)
    {
        Assert.NotEmpty(kind);
        foreach (var value in new byte[] { 0x00, 0xFF, 0x5A })
        {
            for (var at = 0; at < file.Length; at++)
            {
                var wrong = (byte[])file.Clone();
                wrong[at] = value;
                try
                {
                    Assert.NotEmpty(Decode(wrong).Preview);
                }
                catch (RefusedFileException)
                {
                }
            }
        }
    }

    static SKBitmap Open(byte[] preview) => SKBitmap.Decode(preview);

    static int Distance(SKColor one, SKColor other) =>
        Math.Abs(one.Red - other.Red) + Math.Abs(one.Green - other.Green) + Math.Abs(one.Blue - other.Blue);

    static void AssertLike(SKColor expected, SKColor pixel, string kind) =>
        Assert.True(Distance(expected, pixel) < 130, $"{kind}: {pixel} where {expected} belongs");

    static void AssertUnlike(SKColor unexpected, SKColor pixel, string kind) =>
        Assert.True(Distance(unexpected, pixel) > 160, $"{kind}: {pixel}");
}
