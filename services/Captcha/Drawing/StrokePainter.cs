using SkiaSharp;

namespace Helpdesk.Captcha.Drawing;

/// <summary>Paints round strokes in tones: 0 is paper, 255 full ink. The palette turns them into colours at the end.</summary>
sealed class StrokePainter(SKCanvas canvas) : IDisposable
{
    readonly SKPaint _paint = new()
    {
        IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round,
    };

    /// <summary>
    /// Paints all strokes of a path at once, so that joints and crossings within a letter show no seams and light ink covers as well
    /// as dark.
    /// </summary>
    public void Draw(SKPath path, float radius, int tone)
    {
        _paint.StrokeWidth = 2 * radius;
        _paint.Color = new((byte)tone, (byte)tone, (byte)tone);
        canvas.DrawPath(path, _paint);
    }

    public void Dispose() => _paint.Dispose();
}
