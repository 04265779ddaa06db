using System.Collections.Frozen;

namespace Helpdesk.Captcha.Drawing;

/// <summary>A small font of our own, of strokes: capitals 100 high, y downwards.</summary>
static class Font
{
    /// <summary>
    /// No two of these look alike: no O, 0, Q, D; no I, 1; no S, 5; no Z, 2; no B, 8; no G, 6; no V beside U; no W, which NN or VV look
    /// like.
    /// </summary>
    public const string Alphabet = "ACEFHJKLMNPRTUXY3479";

    static readonly FrozenDictionary<char, Glyph> Glyphs = new Dictionary<char, string>
    {
        ['A'] = "M 0 100 L 36 0 L 72 100 M 14 64 L 58 64",
        ['C'] = "M 70 22 C 62 6 50 0 38 0 C 14 0 0 20 0 50 C 0 80 14 100 38 100 C 50 100 62 94 70 78",
        ['E'] = "M 60 0 L 0 0 L 0 100 L 62 100 M 0 48 L 50 48",
        ['F'] = "M 60 0 L 0 0 L 0 100 M 0 48 L 50 48",
        ['H'] = "M 0 0 L 0 100 M 66 0 L 66 100 M 0 50 L 66 50",
        ['J'] = "M 22 0 L 60 0 M 44 0 L 44 70 C 44 92 34 100 22 100 C 8 100 0 92 0 74",
        ['K'] = "M 0 0 L 0 100 M 62 0 L 2 60 M 22 42 L 66 100",
        ['L'] = "M 0 0 L 0 100 L 56 100",
        ['M'] = "M 0 100 L 4 0 L 42 66 L 80 0 L 84 100",
        ['N'] = "M 0 100 L 0 0 L 64 100 L 64 0",
        ['P'] = "M 0 100 L 0 0 L 34 0 C 56 0 64 12 64 27 C 64 42 56 54 34 54 L 0 54",
        ['R'] = "M 0 100 L 0 0 L 34 0 C 56 0 64 12 64 27 C 64 42 56 54 34 54 L 0 54 M 32 54 L 68 100",
        ['T'] = "M 0 0 L 70 0 M 35 0 L 35 100",
        ['U'] = "M 0 0 L 0 64 C 0 88 12 100 33 100 C 54 100 66 88 66 64 L 66 0",
        ['X'] = "M 0 0 L 66 100 M 66 0 L 0 100",
        ['Y'] = "M 0 0 L 34 50 L 68 0 M 34 50 L 34 100",
        ['3'] = "M 2 14 C 10 4 20 0 32 0 C 50 0 60 10 60 25 C 60 40 48 48 28 48 "
            + "C 50 48 64 56 64 74 C 64 90 50 100 31 100 C 18 100 8 96 0 86",
        ['4'] = "M 50 100 L 50 0 L 0 68 L 70 68",
        ['7'] = "M 0 0 L 62 0 L 22 100",
        ['9'] = "M 60 34 C 60 54 48 64 31 64 C 12 64 0 52 0 33 C 0 14 12 0 31 0 C 50 0 60 14 60 34 C 60 70 46 92 18 100",
    }.ToFrozenDictionary(x => x.Key, x => Glyph.Parse(x.Value));

    public static Glyph Of(char character) => Glyphs[character];
}
