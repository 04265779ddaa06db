using SkiaSharp;

namespace Helpdesk.Captcha.Drawing;

/// <summary>
/// The colours of an image: sixteen steps from paper to one dark ink, so that it sits quietly on a light page and stays small.
/// </summary>
static class Palette
{
    public const int Steps = 16;

    static readonly SKColor Paper = new(0xF6, 0xF7, 0xF9);

    // Made once: they never change, and any number of images may use one at the same time.
    static readonly SKColorFilter[] Inks =
        [Of(0x1B, 0x2A, 0x41), Of(0x12, 0x3B, 0x3A), Of(0x3A, 0x1F, 0x4D), Of(0x4A, 0x23, 0x1B), Of(0x1D, 0x34, 0x61)];

    /// <summary>Turns tones into the colours of one ink.</summary>
    public static SKColorFilter Choose(ref SecureRandom random) => Inks[random.Below(Inks.Length)];

    static SKColorFilter Of(byte red, byte green, byte blue) => SKColorFilter.CreateTable(
        Table(byte.MaxValue, byte.MaxValue), Table(Paper.Red, red), Table(Paper.Green, green), Table(Paper.Blue, blue));

    static byte[] Table(byte paper, byte ink) =>
        [.. Enumerable.Range(0, 256).Select(tone => (byte)(paper + (ink - paper) * ((tone * (Steps - 1) + 127) / 255) / (Steps - 1)))];
}
