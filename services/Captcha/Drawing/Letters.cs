using SkiaSharp;

namespace Helpdesk.Captcha.Drawing;

/// <summary>Sets a word: each letter turned, sheared, sized and inked by chance, close enough to touch the next.</summary>
static class Letters
{
    const float Size = 50;
    const float Turn = 0.22f;
    const float Lean = 0.14f;

    public static void Draw(string word, Pen pen, ref Dice dice)
    {
        var wave = new Wave(ref dice);
        // A word of wide letters is set narrower.
        var set = word.Sum(Advance);
        var narrow = MathF.Min(1.08f, (Picture.Width - 40) / set);
        var x = (Picture.Width - set * narrow) / 2;
        foreach (var character in word)
        {
            var advance = Advance(character) * narrow;
            var middle = new SKPoint(x + advance / 2 + dice.Between(-2, 2), Picture.Height / 2f + dice.Between(-7, 7));
            Draw(Font.Of(character), middle, wave, pen, ref dice);
            x += advance;
        }
    }

    static float Advance(char character) => Font.Of(character).Width * Size + 13;

    static void Draw(Glyph glyph, SKPoint middle, Wave wave, Pen pen, ref Dice dice)
    {
        var size = Size * dice.Between(0.86f, 1.08f);
        var place = SKMatrix.CreateScale(size * dice.Between(0.9f, 1.05f), size)
            .PostConcat(SKMatrix.CreateSkew(dice.Between(-Lean, Lean), 0))
            .PostConcat(SKMatrix.CreateRotation(dice.Between(-Turn, Turn)))
            .PostConcat(SKMatrix.CreateTranslation(middle.X, middle.Y));
        using var path = Bend(glyph, place, wave);
        var hollow = dice.Chance(0.25f);
        var radius = hollow ? dice.Between(2.7f, 3.5f) : dice.Between(2.1f, 3.3f);
        pen.Draw(path, radius, (int)dice.Between(165, 255));
        if (hollow)
            pen.Draw(path, radius - 1.5f, (int)dice.Between(20, 70));
    }

    static SKPath Bend(Glyph glyph, SKMatrix place, Wave wave)
    {
        using var path = new SKPathBuilder();
        foreach (var stroke in glyph.Strokes)
            path.AddPoly(Array.ConvertAll(stroke, x => wave.Bend(place.MapPoint(x))), close: false);
        return path.Detach();
    }
}
