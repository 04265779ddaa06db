using System.Numerics;

namespace Helpdesk.Captcha.Drawing;

/// <summary>Bends the whole line of letters, so that no letter keeps its straight strokes or its baseline.</summary>
readonly struct Wave
{
    readonly Vector2 _strength;
    readonly Vector2 _frequency;
    readonly Vector2 _phase;

    public Wave(ref Dice dice)
    {
        _strength = new(dice.Aside(2, 3.5f), dice.Aside(3, 6));
        _frequency = new(MathF.Tau / dice.Between(45, 80), MathF.Tau / dice.Between(90, 150));
        _phase = new(dice.Between(0, MathF.Tau), dice.Between(0, MathF.Tau));
    }

    public Vector2 Bend(Vector2 point) => point + _strength * new Vector2(MathF.Sin(point.Y * _frequency.X + _phase.X), MathF.Sin(point.X * _frequency.Y + _phase.Y));
}
