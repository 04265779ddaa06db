using System.Numerics;

namespace Helpdesk.Captcha.Drawing;

/// <summary>Sets a word: each letter turned, sheared, sized and inked by chance, close enough to touch the next.</summary>
static class Letters
{
    const float Size = 50;
    const float Turn = 0.22f;
    const float Lean = 0.14f;

    public static void Draw(string word, Canvas canvas, Wave wave, ref Dice dice)
    {
        var set = 0f;
        foreach (var character in word)
            set += Advance(character);
        // A word of wide letters is set narrower.
        var narrow = MathF.Min(1.08f, (Picture.Width - 40) / set);
        var x = (Picture.Width - set * narrow) / 2;
        foreach (var character in word)
        {
            var advance = Advance(character) * narrow;
            var middle = new Vector2(x + advance / 2 + dice.Between(-2, 2), Picture.Height / 2f + dice.Between(-7, 7));
            Draw(Font.Of(character), middle, canvas, wave, ref dice);
            x += advance;
        }
    }

    static float Advance(char character) => Font.Of(character).Width * Size + 13;

    static void Draw(Glyph glyph, Vector2 middle, Canvas canvas, Wave wave, ref Dice dice)
    {
        var size = Size * dice.Between(0.86f, 1.08f);
        var place = Matrix3x2.CreateScale(size * dice.Between(0.9f, 1.05f), size)
            * new Matrix3x2(1, 0, dice.Between(-Lean, Lean), 1, 0, 0)
            * Matrix3x2.CreateRotation(dice.Between(-Turn, Turn))
            * Matrix3x2.CreateTranslation(middle);
        var hollow = dice.Chance(0.25f);
        var radius = hollow ? dice.Between(2.7f, 3.5f) : dice.Between(2.1f, 3.3f);
        var tone = (byte)dice.Between(165, 255);

        Cover(glyph, place, radius, canvas, wave);
        canvas.Lay(tone);
        if (hollow)
        {
            Cover(glyph, place, radius - 1.5f, canvas, wave);
            canvas.Lay((byte)dice.Between(20, 70));
        }
    }

    static void Cover(Glyph glyph, Matrix3x2 place, float radius, Canvas canvas, Wave wave)
    {
        Span<Vector2> points = stackalloc Vector2[Glyph.MaxPoints];
        foreach (var stroke in glyph.Strokes)
        {
            for (var i = 0; i < stroke.Length; i++)
                points[i] = wave.Bend(Vector2.Transform(stroke[i], place));
            canvas.Stroke(points[..stroke.Length], radius);
        }
    }
}
