using Helpdesk.Captcha.Drawing;

namespace Helpdesk.Captcha.Tests;

public sealed class The_image
{
    [Fact]
    public void SE1_is_a_whole_png_that_holds_nothing_but_the_image()
    {
        var png = ReadPng.Parse(Draw("ACEFHJ"));
        Assert.Equal((CaptchaImage.Width, CaptchaImage.Height), (png.Width, png.Height));
        // sBIT says that each colour has eight bits.
        Assert.Equal(["IHDR", "sBIT", "IDAT", "IEND"], png.Chunks.Distinct());
    }

    [Fact]
    public void SE1_the_same_word_is_never_the_same_image()
    {
        var images = Enumerable.Range(0, 50).Select(_ => Convert.ToHexString(Draw("KLMNPR"))).ToHashSet();
        Assert.Equal(50, images.Count);
    }

    [Fact]
    public void SE1_its_size_does_not_tell_the_word()
    {
        static double Mean(string word) => Enumerable.Range(0, 40).Average(_ => Draw(word).Length);
        var difference = Math.Abs(Mean("ACEFHJ") - Mean("TUXY34"));
        // What the word adds is less than what chance does to one word.
        var sizes = Enumerable.Range(0, 40).Select(_ => Draw("ACEFHJ").Length).ToList();
        Assert.InRange(difference, 0, sizes.Max() - sizes.Min());
    }

    [Fact]
    public void Edges_are_smooth()
    {
        var pixels = ReadPng.Parse(Draw("LLLLLL")).Pixels;
        // A rasteriser without partly covered pixels would leave the few tones of bands, letters and curves.
        Assert.InRange(pixels.Cast<byte>().Distinct().Count(), 13, 16);
    }

    [Fact]
    public void SE1_is_one_dark_ink_on_light_paper_in_at_most_sixteen_steps()
    {
        for (var i = 0; i < 20; i++)
        {
            var colours = ReadPng.Parse(Draw("PRTUXY")).Colours;
            Assert.InRange(colours.Count, 13, 16);
            Assert.InRange(ReadPng.Lightness(colours[0]), 3 * 220, 3 * 255);
            Assert.InRange(ReadPng.Lightness(colours[^1]), 0, 3 * 110);
        }
    }

    [Fact]
    public void SE1_is_small_enough_to_stand_in_a_page() =>
        Assert.All(Enumerable.Range(0, 40), _ => Assert.InRange(Draw("MNKRHA").Length, 2_000, 12_000));

    [Fact]
    public void Every_stroke_of_a_letter_is_drawn()
    {
        // Letters without any chance in them: what a glyph covers is what its strokes cover, not only the first of them.
        Assert.Equal(2, Font.Of('A').Strokes.Length);
        Assert.Equal(3, Font.Of('H').Strokes.Length);
        Assert.All(Font.Alphabet, x => Assert.All(Font.Of(x).Strokes.SelectMany(y => y), y =>
        {
            Assert.InRange(y.X, -0.5f, 0.5f);
            Assert.InRange(y.Y, -0.51f, 0.51f);
        }));
    }

    [Fact]
    public async Task SE1_many_are_drawn_at_once_and_each_for_itself()
    {
        var drawn = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => ReadPng.Parse(Draw("CJL347")))));
        Assert.All(drawn, x => Assert.Equal((CaptchaImage.Width, CaptchaImage.Height), (x.Width, x.Height)));
    }

    [Fact]
    public void The_alphabet_has_no_two_characters_that_look_alike_and_every_one_is_drawn()
    {
        Assert.Equal(Font.Alphabet.Length, Font.Alphabet.Distinct().Count());
        Assert.DoesNotContain(Font.Alphabet, "O0QDI1S5Z2B8G6VW".Contains);
        Assert.True(Math.Pow(Font.Alphabet.Length, 6) > 60_000_000);
        Assert.All(Font.Alphabet, x => Assert.NotEmpty(Font.Of(x).Strokes));
    }

    [Fact]
    public void No_letter_leaves_the_page()
    {
        // The widest word there is: its ends must not be cut off. Crossing curves alone darken the margins by their own width.
        for (var i = 0; i < 30; i++)
        {
            var pixels = ReadPng.Parse(Draw("MMMMMM")).Pixels;
            var rows = Enumerable.Range(0, CaptchaImage.Height);
            var dark = rows.Sum(y => (pixels[y, 1] > 8 ? 1 : 0) + (pixels[y, CaptchaImage.Width - 2] > 8 ? 1 : 0));
            Assert.InRange(dark, 0, 30);
        }
    }

    static byte[] Draw(string word)
    {
        using var file = CaptchaImage.Draw(word);
        return file.ToArray();
    }
}
