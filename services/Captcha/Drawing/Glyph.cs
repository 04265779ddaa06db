using System.Globalization;
using System.Numerics;

namespace Helpdesk.Captcha.Drawing;

/// <summary>The strokes of a character as lines of points, in units of its height, around its middle.</summary>
sealed record Glyph(Vector2[][] Strokes, float Width)
{
    /// <summary>Most points of a stroke.</summary>
    public const int MaxPoints = 64;

    // Straight strokes are cut too: the warp bends them between points.
    const float Step = 0.14f;
    const float Unit = 100;

    /// <summary>Reads the notation of vector pictures: M moves, L draws a line, C a cubic curve with two control points.</summary>
    public static Glyph Parse(string path)
    {
        var words = new Queue<string>(path.Split(' '));
        var strokes = new List<List<Vector2>>();
        while (words.TryDequeue(out var command))
        {
            var pen = strokes.Count > 0 ? strokes[^1][^1] : default;
            if (command == "M")
                strokes.Add([Point()]);
            else if (command == "L")
                Cut(strokes[^1], pen, Point() is var to ? [Vector2.Lerp(pen, to, 1 / 3f), Vector2.Lerp(pen, to, 2 / 3f), to] : []);
            else
                Cut(strokes[^1], pen, [Point(), Point(), Point()]);
        }

        var width = strokes.SelectMany(x => x).Max(x => x.X);
        var middle = new Vector2(width / 2, 0.5f);
        return new([.. strokes.Select(x => x.Select(y => y - middle).ToArray())], width);

        Vector2 Point() => new(Number() / Unit, Number() / Unit);
        float Number() => float.Parse(words.Dequeue(), CultureInfo.InvariantCulture);
    }

    static void Cut(List<Vector2> stroke, Vector2 from, Vector2[] by)
    {
        var length = (by[0] - from).Length() + (by[1] - by[0]).Length() + (by[2] - by[1]).Length();
        var pieces = (int)MathF.Ceiling(length / Step);
        for (var i = 1; i <= pieces; i++)
        {
            var (t, u) = (i / (float)pieces, 1 - i / (float)pieces);
            stroke.Add(u * u * u * from + 3 * u * u * t * by[0] + 3 * u * t * t * by[1] + t * t * t * by[2]);
        }
    }
}
