using System.Buffers;
using System.Numerics;

namespace Helpdesk.Captcha.Drawing;

/// <summary>A word drawn so that a person reads it and a program has to work for it.</summary>
static class Picture
{
    public const int Width = 320;
    public const int Height = 90;

    const string Prefix = "data:image/png;base64,";

    /// <summary>The picture as an address that stands in a page.</summary>
    public static string DataUri(string word)
    {
        var file = ArrayPool<byte>.Shared.Rent(Png.Room(Width, Height));
        var length = Draw(word, file);
        var uri = string.Create(Prefix.Length + (length + 2) / 3 * 4, (file, length), static (text, from) =>
        {
            Prefix.CopyTo(text);
            Convert.TryToBase64Chars(from.file.AsSpan(0, from.length), text[Prefix.Length..], out _);
        });
        ArrayPool<byte>.Shared.Return(file);
        return uri;
    }

    /// <summary>Draws the word and writes it as PNG; the length of the file.</summary>
    public static int Draw(string word, byte[] file)
    {
        var pixels = ArrayPool<byte>.Shared.Rent(2 * Width * Height);
        var page = pixels.AsSpan(0, Width * Height);
        var coverage = pixels.AsSpan(Width * Height, Width * Height);
        page.Clear();
        coverage.Clear();

        var dice = new Dice(stackalloc byte[512]);
        var canvas = new Canvas(page, coverage, Width, Height);
        var wave = new Wave(ref dice);
        Background(canvas, ref dice);
        Letters.Draw(word, canvas, wave, ref dice);
        Crossings(canvas, ref dice);

        Span<byte> palette = stackalloc byte[Ink.Steps * 3];
        Ink.Mix(ref dice, palette);
        var length = Png.Write(page, Width, Height, palette, file);
        ArrayPool<byte>.Shared.Return(pixels);
        return length;
    }

    /// <summary>Broad pale bands behind the letters: no threshold separates paper from ink everywhere.</summary>
    static void Background(Canvas canvas, ref Dice dice)
    {
        for (var i = 0; i < 5; i++)
        {
            Sweep(canvas, ref dice, dice.Between(5, 14));
            canvas.Lay((byte)dice.Between(18, 60));
        }
    }

    /// <summary>Curves through the letters: dark ones as thick as thin strokes join letters, light ones cut them.</summary>
    static void Crossings(Canvas canvas, ref Dice dice)
    {
        for (var i = 0; i < 2; i++)
        {
            Sweep(canvas, ref dice, dice.Between(0.9f, 1.5f));
            canvas.Lay((byte)dice.Between(150, 230));
        }

        for (var i = 0; i < 3; i++)
        {
            Sweep(canvas, ref dice, dice.Between(0.5f, 0.9f));
            canvas.Lay((byte)dice.Between(0, 30));
        }
    }

    /// <summary>A curve from the left edge to the right, through the middle band where the letters stand.</summary>
    static void Sweep(Canvas canvas, ref Dice dice, float radius)
    {
        const int pieces = 28;
        Span<Vector2> curve = stackalloc Vector2[pieces + 1];
        var (a, d) = (new Vector2(-4, dice.Between(0.1f, 0.9f) * Height), new Vector2(Width + 4, dice.Between(0.1f, 0.9f) * Height));
        var (b, c) = (new Vector2(Width * dice.Between(0.2f, 0.45f), dice.Between(-0.3f, 1.3f) * Height), new Vector2(Width * dice.Between(0.55f, 0.8f), dice.Between(-0.3f, 1.3f) * Height));
        for (var i = 0; i <= pieces; i++)
        {
            var (t, u) = (i / (float)pieces, 1 - i / (float)pieces);
            curve[i] = u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
        }

        canvas.Stroke(curve, radius);
    }
}
