using Helpdesk.Captcha.Drawing;

namespace Helpdesk.Captcha.Tests;

public sealed class The_picture
{
    [Fact]
    public void SE1_is_a_whole_png_that_holds_nothing_but_the_picture()
    {
        var png = ReadPng.Parse(Draw("ACEFHJ"));
        Assert.Equal((Picture.Width, Picture.Height, 16), (png.Width, png.Height, png.Colours));
        Assert.Equal(["IHDR", "PLTE", "IDAT", "IEND"], png.Chunks);
    }

    [Fact]
    public void SE1_the_same_word_is_never_the_same_picture()
    {
        var pictures = Enumerable.Range(0, 50).Select(_ => Convert.ToHexString(Draw("KLMNPR"))).ToHashSet();
        Assert.Equal(50, pictures.Count);
    }

    [Fact]
    public void SE1_its_size_does_not_tell_the_word()
    {
        static double Mean(string word) => Enumerable.Range(0, 40).Average(_ => Draw(word).Length);
        var difference = Math.Abs(Mean("ACEFHJ") - Mean("TUXY34"));
        // What the word adds is less than what chance does to one word.
        Assert.InRange(difference, 0, Enumerable.Range(0, 40).Select(_ => Draw("ACEFHJ").Length).ToList() is var sizes ? sizes.Max() - sizes.Min() : 0);
    }

    [Fact]
    public void Edges_are_smooth()
    {
        var pixels = ReadPng.Parse(Draw("LLLLLL")).Pixels;
        // A rasteriser without partly covered pixels would leave the few tones of bands, letters and curves.
        Assert.InRange(pixels.Cast<byte>().Distinct().Count(), 13, 16);
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
            var dark = Enumerable.Range(0, Picture.Height).Count(y => pixels[y, 1] > 8) + Enumerable.Range(0, Picture.Height).Count(y => pixels[y, Picture.Width - 2] > 8);
            Assert.InRange(dark, 0, 30);
        }
    }

    static byte[] Draw(string word)
    {
        var file = new byte[Png.Room(Picture.Width, Picture.Height)];
        return file[..Picture.Draw(word, file)];
    }
}
