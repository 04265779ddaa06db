using Helpdesk.Attachment.Tests.Images;
using static Helpdesk.Attachment.Tests.Images.Cleaning;

namespace Helpdesk.Attachment.Tests;

public sealed class What_stays_of_an_image
{
    [Fact]
    public void CU18_images_from_a_browser_keep_their_pixels_and_lose_their_profile()
    {
        var (type, jpeg) = Clean(FromABrowser.JpegWithProfile);
        Assert.Equal(("image/jpeg", "E0 DB DB C0 C4 C4 C4 C4 DA"), (type, Parts.OfJpeg(jpeg)));
        Assert.False(jpeg.Has("ICC_PROFILE"));

        (type, var lossy) = Clean(FromABrowser.LossyWebpWithProfile);
        Assert.Equal(("image/webp", "VP8X VP8"), (type, Parts.OfWebp(lossy)));
        Assert.Equal(0, lossy[20]);
        Assert.Equal("VP8X VP8L", Parts.OfWebp(Clean(FromABrowser.LosslessWebpWithProfile).Clean));

        (_, var transparent) = Clean(FromABrowser.TransparentWebpWithProfile);
        Assert.Equal("VP8X ALPH VP8", Parts.OfWebp(transparent));
        Assert.Equal(0x10, transparent[20]);

        (type, var png) = Clean(FromABrowser.BrowsersPng);
        Assert.Equal("image/png", type);
        Assert.EndsWith("IDAT IEND", Parts.OfPng(png), StringComparison.Ordinal);
    }

    [Fact]
    public void F9_a_png_loses_its_words_and_keeps_what_its_colours_need()
    {
        var file = Build.Png(
            3, 2, Build.Chunk("sRGB", 0), Build.Chunk("gAMA", 0, 0, 0xB1, 0x8F), Build.Text("Calle 7, Quito"),
            Build.Chunk("iCCP", [.. "profile"u8]), Build.Chunk("eXIf", [.. "GPS"u8]), Build.Chunk("iTXt", [.. "XML:com.adobe.xmp"u8]),
            Build.Chunk("tIME", 7, 0xE8, 1, 1, 0, 0, 0), Build.Chunk("acTL", new byte[8]), Build.Chunk("tRNS", new byte[6]));
        var (_, clean) = Clean(file);
        Assert.Equal("IHDR sRGB gAMA tRNS IDAT IEND", Parts.OfPng(clean));
        Assert.False(clean.Has("Quito"));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(6, false)]
    [InlineData(8, true)]
    public void F9_a_photo_stays_the_right_way_up_and_does_not_tell_where_it_was_taken(int orientation, bool little)
    {
        var (_, clean) = Clean(Build.Jpeg(
            Build.Exif(orientation, little), Build.Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"u8]),
            Build.Segment(0xED, [.. "Photoshop 3.0\0"u8]), Build.Segment(0xFE, [.. "my secret"u8])));
        Assert.False(clean.Has("GPS"));
        Assert.False(clean.Has("xmp"));
        Assert.False(clean.Has("secret"));
        Assert.Equal(orientation == 1 ? "DB DB C0 C4 C4 C4 C4 DA" : "E1 DB DB C0 C4 C4 C4 C4 DA", Parts.OfJpeg(clean));
        if (orientation == 1)
            return;
        var exif = $"FFE10022457869660000" + "4D4D002A000000080001011200030000000100" + $"0{orientation}000000000000";
        Assert.Equal(exif, Convert.ToHexString(clean, 2, 36));
    }

    [Theory]
    [InlineData("")]
    [InlineData("II*")]
    [InlineData("II*\0\u007f\u007f\u007f\u007f")]
    [InlineData("MM\0*\0\0\0\u0008\u007f\u007f")]
    public void Broken_Exif_data_is_dropped_and_the_photo_accepted(string tiff)
    {
        var (_, clean) = Clean(Build.Jpeg(Build.Segment(0xE1, [.. "Exif\0\0"u8, .. System.Text.Encoding.Latin1.GetBytes(tiff)])));
        Assert.Equal("DB DB C0 C4 C4 C4 C4 DA", Parts.OfJpeg(clean));
    }

    [Fact]
    public void F9_the_thumbnail_of_a_photo_goes_for_it_may_show_what_was_cropped()
    {
        var (_, clean) = Clean(Build.Jpeg(
            Build.Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 2, 2, .. "secretsecret"u8]),
            Build.Segment(0xE0, [.. "JFXX\0"u8])));
        Assert.Equal("E0 DB DB C0 C4 C4 C4 C4 DA", Parts.OfJpeg(clean));
        Assert.False(clean.Has("secret"));
    }

    [Fact]
    public void An_animation_stays_one_and_loses_its_comments()
    {
        byte[] loop = [0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0];
        byte[] control = [0x21, 0xF9, 4, 0, 10, 0, 0, 0];
        byte[] xmp = [0x21, 0xFF, 11, .. "XMP DataXMP"u8, 5, .. "Quito"u8, 0];
        var (type, clean) = Clean(Build.Gif(4, 4, loop, xmp, Build.GifComment("Quito"), control, Build.GifFrame(), control));
        Assert.Equal("image/gif", type);
        Assert.Equal(Build.Gif(4, 4, loop, control, Build.GifFrame(), control), clean);
    }

    [Fact]
    public void An_animated_webp_keeps_its_frames_alone()
    {
        byte[] frame = [0, 0, 0, 0, 0, 0, 11, 0, 0, 7, 0, 0, 100, 0, 0, 0];
        var anim = Build.WebpChunk("ANIM", new byte[6]);
        var file = Build.Riff(
            Build.WebpHeader(0x2E, 12, 8), anim,
            Build.WebpChunk("ANMF", [.. frame, .. Build.WebpChunk("JUNK", 1, 2, 3), .. Build.LosslessPixels(12, 8)]),
            Build.WebpChunk("EXIF", [.. "GPS"u8]), Build.WebpChunk("XMP ", [.. "Quito"u8]));
        var (_, clean) = Clean(file);
        var frames = Build.WebpChunk("ANMF", [.. frame, .. Build.LosslessPixels(12, 8)]);
        Assert.Equal(Build.Riff(Build.WebpHeader(0x02, 12, 8), anim, frames), clean);
    }

    [Fact]
    public void A_clean_image_stays_as_it_is()
    {
        byte[][] files =
        [
            FromABrowser.JpegWithProfile, FromABrowser.LossyWebpWithProfile, FromABrowser.LosslessWebpWithProfile,
            FromABrowser.TransparentWebpWithProfile, FromABrowser.BrowsersPng, Build.Png(), Build.Gif(), Build.Jpeg(Build.Exif(6)),
        ];
        foreach (var file in files)
        {
            var once = Clean(file).Clean;
            Assert.Equal(once, Clean(once).Clean);
        }
    }
}
