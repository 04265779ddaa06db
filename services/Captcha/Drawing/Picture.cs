using SkiaSharp;

namespace Helpdesk.Captcha.Drawing;

/// <summary>A word drawn so that a person reads it and a program has to work for it.</summary>
static class Picture
{
    public const int Width = 320;
    public const int Height = 90;

    // Rows as they are: of few colours, they repeat each other better than any filter predicts them.
    static readonly SKPngEncoderOptions Plain = new(SKPngEncoderFilterFlags.None, 6);

    /// <summary>The picture as an address that stands in a page.</summary>
    public static string DataUri(string word)
    {
        using var file = Draw(word);
        return "data:image/png;base64," + Convert.ToBase64String(file.AsSpan());
    }

    /// <summary>Draws the word as a PNG.</summary>
    public static SKData Draw(string word)
    {
        var dice = new Dice(stackalloc byte[512]);
        using var page = new SKBitmap(Width, Height, isOpaque: true);
        using (var canvas = new SKCanvas(page))
        using (var ink = new SKPaint { ColorFilter = Ink.Choose(ref dice) })
        using (var pen = new Pen(canvas))
        {
            canvas.SaveLayer(ink);
            canvas.Clear(SKColors.Black);
            Background(pen, ref dice);
            Letters.Draw(word, pen, ref dice);
            Crossings(pen, ref dice);
            canvas.Restore();
        }

        using var pixels = page.PeekPixels();
        return pixels.Encode(Plain) ?? throw new InvalidOperationException("The picture could not be written.");
    }

    /// <summary>Broad pale bands behind the letters: no threshold separates paper from ink everywhere.</summary>
    static void Background(Pen pen, ref Dice dice)
    {
        for (var i = 0; i < 5; i++)
            Sweep(pen, dice.Between(5, 14), dice.Between(18, 60), ref dice);
    }

    /// <summary>Curves through the letters: dark ones as thick as thin strokes join letters, light ones cut them.</summary>
    static void Crossings(Pen pen, ref Dice dice)
    {
        for (var i = 0; i < 2; i++)
            Sweep(pen, dice.Between(0.9f, 1.5f), dice.Between(150, 230), ref dice);
        for (var i = 0; i < 3; i++)
            Sweep(pen, dice.Between(0.5f, 0.9f), dice.Between(0, 30), ref dice);
    }

    /// <summary>A curve from the left edge to the right, through the middle band where the letters stand.</summary>
    static void Sweep(Pen pen, float radius, float tone, ref Dice dice)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(-4, dice.Between(0.1f, 0.9f) * Height);
        builder.CubicTo(
            Width * dice.Between(0.2f, 0.45f), dice.Between(-0.3f, 1.3f) * Height,
            Width * dice.Between(0.55f, 0.8f), dice.Between(-0.3f, 1.3f) * Height,
            Width + 4, dice.Between(0.1f, 0.9f) * Height);
        using var curve = builder.Detach();
        pen.Draw(curve, radius, (int)tone);
    }
}
