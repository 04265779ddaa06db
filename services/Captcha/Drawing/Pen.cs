using SkiaSharp;

namespace Helpdesk.Captcha.Drawing;

/// <summary>A round pen that draws in tones: 0 is paper, 255 full ink. Which colours these are is decided when all is drawn.</summary>
sealed class Pen(SKCanvas canvas) : IDisposable
{
    readonly SKPaint _paint = new()
    {
        IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round,
    };

    /// <summary>All strokes of a path at once: so joints and crossings within a letter show no seams,
    /// and light ink covers as well as dark.</summary>
    public void Draw(SKPath path, float radius, int tone)
    {
        _paint.StrokeWidth = 2 * radius;
        _paint.Color = new((byte)tone, (byte)tone, (byte)tone);
        canvas.DrawPath(path, _paint);
    }

    public void Dispose() => _paint.Dispose();
}
