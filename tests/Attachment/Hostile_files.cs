using System.Buffers.Binary;
using Helpdesk.Attachment.Images;
using Helpdesk.Attachment.Tests.Images;
using Helpdesk.Attachment.Uploading;
using static Helpdesk.Attachment.Tests.Images.Cleaning;

namespace Helpdesk.Attachment.Tests;

public sealed class Hostile_files
{
    const string Page = "<html><script>alert(1)</script>";

    public static TheoryData<string, byte[]> Whole() => new()
    {
        { "png", Build.Png() }, { "browser's png", FromABrowser.BrowsersPng },
        { "jpeg", FromABrowser.JpegWithProfile }, { "gif", Build.Gif() }, { "webp", FromABrowser.LossyWebpWithProfile },
        { "lossless webp", FromABrowser.LosslessWebpWithProfile }, { "transparent webp", FromABrowser.TransparentWebpWithProfile },
    };

    [Theory, MemberData(nameof(Whole))]
    public void Truncated_anywhere_they_are_refused_unless_only_the_end_mark_is_missing(string kind, byte[] file)
    {
        var mark = kind switch { "png" or "browser's png" => 12, "jpeg" => 2, "gif" => 1, _ => 0 };
        for (var length = 0; length < file.Length - mark; length++)
            NotDecodedUnlessEveryPixelIsThere(file[..length], file);
        for (var length = file.Length - mark; length < file.Length; length++)
            Assert.Equal(Clean(file).Clean, Decode(file[..length]).Clean);
    }

    [Theory, MemberData(nameof(Whole))]
    public void Whatever_stands_behind_the_end_is_not_stored(string kind, byte[] file)
    {
        Assert.NotEmpty(kind);
        var (_, clean) = Clean(Build.Join(file, [.. "PK\u0003\u0004"u8], System.Text.Encoding.UTF8.GetBytes(Page)));
        Assert.Equal(Clean(file).Clean, clean);
        Assert.False(clean.Has("script"));
    }

    [Theory, MemberData(nameof(Whole))]
    public void One_wrong_byte_anywhere_never_does_more_than_refuse(string kind, byte[] file)
    {
        Assert.NotEmpty(kind);
        foreach (var value in new byte[] { 0x00, 0xFF, 0x7F, 0x3C })
        {
            for (var at = 0; at < file.Length; at++)
            {
                var wrong = (byte[])file.Clone();
                wrong[at] = value;
                try
                {
                    // What is taken nevertheless is a whole image again.
                    var once = Clean(wrong).Clean;
                    Assert.Equal(once, Clean(once).Clean);
                }
                catch (RefusedFileException)
                {
                }
            }
        }
    }

    [Fact]
    public void Noise_behind_each_signature_never_does_more_than_refuse()
    {
        var random = new Random(7);
        byte[][] starts = [Build.Signature, [0xFF, 0xD8, 0xFF], [.. "GIF89a"u8], [.. "RIFF"u8, 0, 1, 0, 0, .. "WEBPVP8X"u8]];
        for (var i = 0; i < 4000; i++)
        {
            var noise = new byte[random.Next(400)];
            random.NextBytes(noise);
            try
            {
                Clean(Build.Join(starts[i % starts.Length], noise));
            }
            catch (RefusedFileException)
            {
            }
        }
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")]
    [InlineData("<?xml version=\"1.0\"?><svg/>")]
    [InlineData(Page)]
    [InlineData("%PDF-1.7")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("MZ")]
    [InlineData("#!/bin/sh")]
    [InlineData("")]
    public void F9_what_is_no_image_is_refused_whatever_it_is_called(string content) =>
        Assert.False(Refused(System.Text.Encoding.UTF8.GetBytes(content)).IsDamage);

    [Fact]
    public void A_web_page_in_the_comments_of_an_image_is_gone()
    {
        var words = System.Text.Encoding.UTF8.GetBytes(Page);
        Assert.False(Clean(Build.Png(3, 2, Build.Text(Page))).Clean.Has("script"));
        Assert.False(Clean(Build.Jpeg(Build.Segment(0xFE, words))).Clean.Has("script"));
        Assert.False(Clean(Build.Gif(4, 4, Build.GifComment(Page))).Clean.Has("script"));
        var webp = Build.Riff(Build.WebpHeader(4, 12, 8), Build.LosslessPixels(12, 8), Build.WebpChunk("XMP ", words));
        Assert.False(Clean(webp).Clean.Has("script"));
    }

    [Theory]
    [InlineData(100_000, 100_000)]
    [InlineData(10_001, 1)]
    [InlineData(10_000, 5_001)]
    [InlineData(-1, 3)]
    [InlineData(0, 3)]
    public void A_few_bytes_that_claim_a_huge_image_are_refused(int width, int height)
    {
        Refused(Build.Png(width, height));
        var jpeg = Build.Jpeg();
        var frame = jpeg.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
        (jpeg[frame + 5], jpeg[frame + 6], jpeg[frame + 7], jpeg[frame + 8]) = (0xFF, 0xFF, 0xFF, 0xFF);
        Refused(jpeg);
        Refused(Build.Riff(Build.WebpHeader(0, 16_000, 16_000), Build.LosslessPixels(16_000, 16_000)));
        Refused(Build.Riff(Build.LosslessPixels(16_000, 16_000)));
    }

    [Theory]
    [InlineData(65_535, 65_535)]
    [InlineData(10_001, 4)]
    [InlineData(10_000, 5_001)]
    [InlineData(0, 4)]
    public void A_few_bytes_that_claim_a_huge_animation_are_refused(int width, int height)
    {
        Refused(Build.Gif(width, height));
        Refused(Build.Gif(4, 4, Build.GifFrame(width, height)));
    }

    [Fact]
    public void A_webp_whose_frames_are_larger_than_it_says_is_refused()
    {
        Refused(Build.Riff(Build.WebpHeader(0, 12, 8), Build.LosslessPixels(9_000, 5_000)));
        byte[] frame = [0, 0, 0, 0, 0, 0, 200, 0, 0, 7, 0, 0, 0, 0, 0, 0, .. Build.LosslessPixels(201, 8)];
        Refused(Build.Riff(Build.WebpHeader(2, 12, 8), Build.WebpChunk("ANIM", new byte[6]), Build.WebpChunk("ANMF", frame)));
    }

    [Fact]
    public void Endless_animations_and_passes_are_refused()
    {
        Refused(Build.Gif(4, 4, [.. Enumerable.Repeat(Build.GifFrame(), ImageBounds.MaxFrames)]));
        var jpeg = Build.Jpeg();
        var scan = jpeg.AsSpan().IndexOf<byte>([0xFF, 0xDA]);
        Refused(Build.Join([jpeg[..scan], .. Enumerable.Repeat(jpeg[scan..^2], ImageBounds.MaxScans + 1), [0xFF, 0xD9]]));
    }

    [Theory]
    [InlineData(7_000, 7_000, 12, 13)]
    [InlineData(5_000, 3_000, 40, 41)]
    public void Passes_that_cost_more_than_an_image_of_that_size_needs_are_refused(int width, int height, int accepted, int refused)
    {
        var jpeg = Build.Jpeg();
        var (frame, scan) = (jpeg.AsSpan().IndexOf<byte>([0xFF, 0xC0]), jpeg.AsSpan().IndexOf<byte>([0xFF, 0xDA]));
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), (ushort)width);

        Clean(Passes(accepted));
        Refused(Passes(refused));

        byte[] Passes(int count) => Build.Join([jpeg[..scan], .. Enumerable.Repeat(jpeg[scan..^2], count), [0xFF, 0xD9]]);
    }

    [Fact]
    public void Parts_in_the_wrong_place_are_refused()
    {
        var pixels = Build.Chunk("IDAT", Build.Pixels(3, 2));
        var (header, end) = (Build.Header(3, 2), Build.Chunk("IEND"));
        Refused(Build.Join(Build.Signature, pixels, header, end));
        Refused(Build.Join(Build.Signature, header, header, pixels, end));
        Refused(Build.Join(Build.Signature, header, end));
        Refused(Build.Join(Build.Signature, header, pixels, Build.Text("x"), pixels, end));
        Refused(Build.Join(Build.Signature, header, Build.Chunk("EVIL", 1), pixels, end));
        Refused(Build.Join(Build.Signature, Build.Header(3, 2, 3, 2), pixels, end));
        Refused(Build.Jpeg(Build.Segment(0xC9, new byte[20])));
        Refused(Build.Join([0xFF, 0xD8, 0xFF, 0xD9]));
    }
}
