namespace Helpdesk.Captcha.Drawing;

/// <summary>The colours of a picture: sixteen steps from paper to one dark ink, so that it sits quietly on a light page.</summary>
static class Ink
{
    public const int Steps = 16;

    static readonly (byte Red, byte Green, byte Blue) Paper = (0xF6, 0xF7, 0xF9);

    static readonly (byte Red, byte Green, byte Blue)[] Inks = [(0x1B, 0x2A, 0x41), (0x12, 0x3B, 0x3A), (0x3A, 0x1F, 0x4D), (0x4A, 0x23, 0x1B), (0x1D, 0x34, 0x61)];

    /// <summary>Writes the steps as red, green and blue.</summary>
    public static void Mix(ref Dice dice, Span<byte> palette)
    {
        var ink = Inks[dice.Below(Inks.Length)];
        for (var i = 0; i < Steps; i++)
        {
            palette[i * 3] = Step(Paper.Red, ink.Red, i);
            palette[i * 3 + 1] = Step(Paper.Green, ink.Green, i);
            palette[i * 3 + 2] = Step(Paper.Blue, ink.Blue, i);
        }
    }

    static byte Step(byte paper, byte ink, int step) => (byte)(paper + (ink - paper) * step / (Steps - 1));
}
