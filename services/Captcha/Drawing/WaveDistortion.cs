using SkiaSharp;

namespace Helpdesk.Captcha.Drawing;

/// <summary>Bends the whole line of text, so that no letter keeps straight strokes or its baseline.</summary>
readonly struct WaveDistortion
{
    readonly SKPoint _strength;
    readonly SKPoint _frequency;
    readonly SKPoint _phase;

    public WaveDistortion(ref SecureRandom random)
    {
        _strength = new(random.EitherSide(2, 3.5f), random.EitherSide(3, 6));
        _frequency = new(MathF.Tau / random.Between(45, 80), MathF.Tau / random.Between(90, 150));
        _phase = new(random.Between(0, MathF.Tau), random.Between(0, MathF.Tau));
    }

    public SKPoint Bend(SKPoint point) => new(
        point.X + _strength.X * MathF.Sin(point.Y * _frequency.X + _phase.X),
        point.Y + _strength.Y * MathF.Sin(point.X * _frequency.Y + _phase.Y));
}
