using System.Numerics;

namespace Helpdesk.Captcha.Drawing;

/// <summary>
/// A rasteriser for round pens. A stroke is first drawn as coverage, where the strongest counts, then laid onto the page at once:
/// so joints and crossings within a letter show no seams, and light ink covers as well as dark.
/// </summary>
readonly ref struct Canvas(Span<byte> page, Span<byte> coverage, int width, int height)
{
    readonly Span<byte> _page = page;
    readonly Span<byte> _coverage = coverage;

    /// <summary>Adds a line of points to the coverage.</summary>
    public void Stroke(ReadOnlySpan<Vector2> points, float radius)
    {
        for (var i = 1; i < points.Length; i++)
            Segment(points[i - 1], points[i], radius);
    }

    /// <summary>Lays what was covered onto the page in this tone (0 paper, 255 full ink) and clears the coverage.</summary>
    public void Lay(byte tone)
    {
        for (var start = 0; start < _page.Length; start += width)
        {
            var row = _coverage.Slice(start, width);
            var first = row.IndexOfAnyExcept((byte)0);
            if (first < 0)
                continue;
            var last = row.LastIndexOfAnyExcept((byte)0);
            for (var x = first; x <= last; x++)
                _page[start + x] = (byte)((_page[start + x] * (255 - row[x]) + tone * row[x] + 127) / 255);
            row[first..(last + 1)].Clear();
        }
    }

    void Segment(Vector2 from, Vector2 to, float radius)
    {
        var (inner, outer) = (MathF.Max(radius - 0.5f, 0) * MathF.Max(radius - 0.5f, 0), (radius + 0.5f) * (radius + 0.5f));
        var (left, right) = Range(from.X, to.X, radius, width);
        var (top, bottom) = Range(from.Y, to.Y, radius, height);
        var along = to - from;
        var perLength = along / MathF.Max(along.LengthSquared(), 1e-6f);
        for (var y = top; y <= bottom; y++)
        {
            var row = _coverage.Slice(y * width, width);
            for (var x = left; x <= right; x++)
            {
                var away = new Vector2(x + 0.5f, y + 0.5f) - from;
                away -= along * Math.Clamp(Vector2.Dot(away, perLength), 0, 1);
                var distance = away.LengthSquared();
                if (distance >= outer)
                    continue;
                // A pixel at the edge is covered in proportion to how far the edge reaches into it.
                var covered = distance <= inner ? byte.MaxValue : (byte)(255 * MathF.Min(radius + 0.5f - MathF.Sqrt(distance), 1));
                if (covered > row[x])
                    row[x] = covered;
            }
        }
    }

    static (int First, int Last) Range(float a, float b, float radius, int limit) =>
        (Math.Max(0, (int)(MathF.Min(a, b) - radius - 1)), Math.Min(limit - 1, (int)(MathF.Max(a, b) + radius + 1)));
}
