using SkiaSharp;

namespace Helpdesk.Captcha.Drawing;

/// <summary>Paints a text: each letter rotated, skewed, scaled and toned at random, close enough to touch the next.</summary>
static class TextPainter
{
    const float Size = 50;
    const float MaxRotation = 0.22f;
    const float MaxSkew = 0.14f;

    public static void Draw(string text, StrokePainter painter, ref SecureRandom random)
    {
        var wave = new WaveDistortion(ref random);
        // A text of wide letters is set narrower.
        var width = text.Sum(Advance);
        var narrow = MathF.Min(1.08f, (CaptchaImage.Width - 40) / width);
        var x = (CaptchaImage.Width - width * narrow) / 2;
        foreach (var character in text)
        {
            var advance = Advance(character) * narrow;
            var middle = new SKPoint(x + advance / 2 + random.Between(-2, 2), CaptchaImage.Height / 2f + random.Between(-7, 7));
            Draw(Font.Of(character), middle, wave, painter, ref random);
            x += advance;
        }
    }

    static float Advance(char character) => Font.Of(character).Width * Size + 13;

    static void Draw(Glyph glyph, SKPoint middle, WaveDistortion wave, StrokePainter painter, ref SecureRandom random)
    {
        var size = Size * random.Between(0.86f, 1.08f);
        var place = SKMatrix.CreateScale(size * random.Between(0.9f, 1.05f), size)
            .PostConcat(SKMatrix.CreateSkew(random.Between(-MaxSkew, MaxSkew), 0))
            .PostConcat(SKMatrix.CreateRotation(random.Between(-MaxRotation, MaxRotation)))
            .PostConcat(SKMatrix.CreateTranslation(middle.X, middle.Y));
        using var path = Bend(glyph, place, wave);
        var hollow = random.Chance(0.25f);
        var radius = hollow ? random.Between(2.7f, 3.5f) : random.Between(2.1f, 3.3f);
        painter.Draw(path, radius, (int)random.Between(165, 255));
        if (hollow)
            painter.Draw(path, radius - 1.5f, (int)random.Between(20, 70));
    }

    static SKPath Bend(Glyph glyph, SKMatrix place, WaveDistortion wave)
    {
        using var path = new SKPathBuilder();
        foreach (var stroke in glyph.Strokes)
            path.AddPoly(Array.ConvertAll(stroke, x => wave.Bend(place.MapPoint(x))), close: false);
        return path.Detach();
    }
}
