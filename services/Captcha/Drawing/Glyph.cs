using SkiaSharp;

namespace Helpdesk.Captcha.Drawing;

/// <summary>The strokes of a character as polylines, in units of its height, around its middle.</summary>
sealed record Glyph(SKPoint[][] Strokes, float Width)
{
    const float Unit = 100;

    // Straight strokes are cut too, for the wave bends them between points; finely enough that no corner is visibly cut off.
    const float Step = 4;

    /// <summary>Reads SVG path data.</summary>
    public static Glyph Parse(string strokes)
    {
        using var path = SKPath.ParseSvgPathData(strokes);
        using var measure = new SKPathMeasure(path);
        var lines = new List<SKPoint[]>();
        do
        {
            var pieces = (int)MathF.Ceiling(measure.Length / Step);
            lines.Add([.. Enumerable.Range(0, pieces + 1).Select(x => measure.GetPosition(measure.Length * x / pieces))]);
        }
        while (measure.NextContour());

        var width = path.TightBounds.Right;
        return new([.. lines.Select(x => x.Select(y => new SKPoint((y.X - width / 2) / Unit, y.Y / Unit - 0.5f)).ToArray())], width / Unit);
    }
}
