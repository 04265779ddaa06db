using System.Globalization;
using System.Text;

namespace Helpdesk.Api.Formats;

/// <summary>Signs that nobody sees.</summary>
public static class Invisible
{
    /// <summary>Whether the sign is a mark that turns the reading direction: it can make a text say something else than it holds.</summary>
    /// <param name="sign">The sign.</param>
    public static bool TurnsDirection(Rune sign) => sign.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <summary>Whether nothing is drawn for the sign when it stands alone: format marks, joiners, fillers, variation selectors.</summary>
    /// <param name="sign">The sign.</param>
    public static bool Is(Rune sign) => Rune.GetUnicodeCategory(sign) is UnicodeCategory.Format
        || sign.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0
            or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>Whether nobody sees anything of the text: it is empty, or holds blanks, controls and invisible signs alone.</summary>
    /// <param name="text">The text.</param>
    public static bool IsAll(string? text) =>
        (text ?? "").EnumerateRunes().All(x => Rune.IsWhiteSpace(x) || Rune.IsControl(x) || Is(x) || x == Rune.ReplacementChar);
}
