using SkiaSharp;

namespace Helpdesk.Captcha.Drawing;

/// <summary>Bends the whole line of letters, so that no letter keeps its straight strokes or its baseline.</summary>
readonly struct Wave
{
    readonly SKPoint _strength;
    readonly SKPoint _frequency;
    readonly SKPoint _phase;

    public Wave(ref Dice dice)
    {
        _strength = new(dice.Aside(2, 3.5f), dice.Aside(3, 6));
        _frequency = new(MathF.Tau / dice.Between(45, 80), MathF.Tau / dice.Between(90, 150));
        _phase = new(dice.Between(0, MathF.Tau), dice.Between(0, MathF.Tau));
    }

    public SKPoint Bend(SKPoint point) => new(
        point.X + _strength.X * MathF.Sin(point.Y * _frequency.X + _phase.X),
        point.Y + _strength.Y * MathF.Sin(point.X * _frequency.Y + _phase.Y));
}
