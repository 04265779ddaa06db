using System.Globalization;
using System.Text;
using Helpdesk.Api.Formats;

namespace Helpdesk.Ticketing.Filing;

/// <summary>How tags are written: one spelling for what is meant the same, in every script.</summary>
static class TagNormalizer
{
    public const int Longest = 40;

    const int ZeroWidthNonJoiner = 0x200C, ZeroWidthJoiner = 0x200D;

    /// <summary>The first letter of scripts in which a joiner between two letters makes another word of them.</summary>
    const int FirstJoined = 0x0600;

    /// <summary>The tags as they are stored: lower case, each once, in order; false when one of them is none.</summary>
    public static bool TryNormalize(IEnumerable<string?> typed, out string[] tags)
    {
        tags = [.. typed.Select(x => TryNormalize(x, out var tag) ? tag : "").Distinct().Order(StringComparer.Ordinal)];
        return !tags.Contains("");
    }

    /// <summary>One tag as it is stored; false when it is none.</summary>
    public static bool TryNormalize(string? typed, out string tag)
    {
        tag = "";
        var line = TextSanitizer.Line(typed);
        if (line.Length > 4 * Longest)
            return false;
        // Lower case last: of some letters it is not composed any more.
        var normalized = TextSanitizer.Line(Seen(line.Normalize())).ToLower(CultureInfo.InvariantCulture).Normalize();
        if (!IsTag(normalized))
            return false;
        tag = normalized;
        return true;
    }

    /// <summary>Without signs that nobody sees: two tags that look the same are the same.</summary>
    static string Seen(string line)
    {
        var signs = line.EnumerateRunes().ToList();
        return string.Concat(signs.Where((x, i) => !Invisible.Is(x) || (IsJoiner(x) && Joins(signs, i))));
    }

    /// <summary>A mark stands on what is before it, so none begins a tag.</summary>
    static bool IsTag(string tag)
    {
        var signs = tag.EnumerateRunes().ToList();
        return tag.Length <= Longest && signs is [var first, ..] && !IsMark(first) && !IsJoiner(first) && signs.All(IsAllowed);
    }

    static bool IsAllowed(Rune sign) => Rune.IsLetterOrDigit(sign) || IsMark(sign) || IsJoiner(sign)
        || (sign.IsAscii && " -_.+#/".Contains((char)sign.Value, StringComparison.Ordinal));

    static bool IsMark(Rune sign) =>
        Rune.GetUnicodeCategory(sign)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    static bool IsJoiner(Rune sign) => sign.Value is ZeroWidthNonJoiner or ZeroWidthJoiner;

    static bool Joins(List<Rune> signs, int at) =>
        at > 0 && at < signs.Count - 1 && IsJoined(signs[at - 1]) && IsJoined(signs[at + 1]);

    static bool IsJoined(Rune sign) => sign.Value >= FirstJoined && (Rune.IsLetter(sign) || IsMark(sign));
}
