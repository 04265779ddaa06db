using SkiaSharp;

namespace Helpdesk.Captcha.Drawing;

/// <summary>Draws a text so that people can read it and programs have to work for it.</summary>
static class CaptchaImage
{
    public const int Width = 320;
    public const int Height = 90;

    // Rows of few colours repeat each other better than any filter predicts them.
    static readonly SKPngEncoderOptions Plain = new(SKPngEncoderFilterFlags.None, 6);

    /// <summary>The image as a <c>data:</c> address, to stand in a page.</summary>
    public static string DataUri(string text)
    {
        using var file = Draw(text);
        return "data:image/png;base64," + Convert.ToBase64String(file.AsSpan());
    }

    /// <summary>Draws the text as a PNG.</summary>
    public static SKData Draw(string text)
    {
        var random = new SecureRandom(stackalloc byte[512]);
        using var page = new SKBitmap(Width, Height, isOpaque: true);
        using (var canvas = new SKCanvas(page))
        using (var ink = new SKPaint { ColorFilter = Palette.Choose(ref random) })
        using (var painter = new StrokePainter(canvas))
        {
            canvas.SaveLayer(ink);
            canvas.Clear(SKColors.Black);
            Background(painter, ref random);
            TextPainter.Draw(text, painter, ref random);
            Crossings(painter, ref random);
            canvas.Restore();
        }

        using var pixels = page.PeekPixels();
        return pixels.Encode(Plain) ?? throw new InvalidOperationException("The image could not be encoded.");
    }

    /// <summary>Broad pale bands behind the letters, so that no threshold separates paper from ink everywhere.</summary>
    static void Background(StrokePainter painter, ref SecureRandom random)
    {
        for (var i = 0; i < 5; i++)
            Sweep(painter, random.Between(5, 14), random.Between(18, 60), ref random);
    }

    /// <summary>Curves through the letters: dark ones, as thick as thin strokes, join letters; light ones cut them.</summary>
    static void Crossings(StrokePainter painter, ref SecureRandom random)
    {
        for (var i = 0; i < 2; i++)
            Sweep(painter, random.Between(0.9f, 1.5f), random.Between(150, 230), ref random);
        for (var i = 0; i < 3; i++)
            Sweep(painter, random.Between(0.5f, 0.9f), random.Between(0, 30), ref random);
    }

    /// <summary>A curve from the left edge to the right, through the middle band where the letters stand.</summary>
    static void Sweep(StrokePainter painter, float radius, float tone, ref SecureRandom random)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(-4, random.Between(0.1f, 0.9f) * Height);
        builder.CubicTo(
            Width * random.Between(0.2f, 0.45f), random.Between(-0.3f, 1.3f) * Height,
            Width * random.Between(0.55f, 0.8f), random.Between(-0.3f, 1.3f) * Height,
            Width + 4, random.Between(0.1f, 0.9f) * Height);
        using var curve = builder.Detach();
        painter.Draw(curve, radius, (int)tone);
    }
}
