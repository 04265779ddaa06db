using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Helpdesk.Api.Formats;

/// <summary>The number of a ticket for people: <c>HD-000123</c>. One reader and one writer for every door.</summary>
public static class TicketNumber
{
    const string Prefix = "HD";
    const int MaxDigits = 12;
    static readonly char[] Around = [.. "-#.,;:!?()[]<>\"'«»“”"];

    // What people write before it.
    static readonly HashSet<string> Lead = new(StringComparer.OrdinalIgnoreCase)
    {
        "ticket", "tickets", "n", "no", "nº", "n°", "№", "nr", "num", "núm", "numero", "número", "number",
    };

    /// <summary>The number as it is stored and shown.</summary>
    /// <param name="value">From 1.</param>
    public static string Format(long value) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{value:D6}");

    /// <summary>
    /// Reads a number as people write it: <c>71</c>, <c>hd-71</c>, <c>#HD-000071</c>, <c>HD 71</c>, <c>[HD‑000071].</c>,
    /// with any dash, any blank, any script's digits, and punctuation around it.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="number">The number as it is stored; null when there is none.</param>
    /// <returns>False when the text is anything else than one number.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out string? number)
    {
        number = null;
        var signs = new StringBuilder();
        foreach (var sign in (text ?? "").EnumerateRunes().Where(x => !Invisible.Is(x)))
        {
            if (Rune.GetUnicodeCategory(sign) == UnicodeCategory.DecimalDigitNumber)
                signs.Append((int)Rune.GetNumericValue(sign));
            else if (Rune.IsWhiteSpace(sign) || IsDash(sign))
                signs.Append('-');
            else
                signs.Append(Narrow(sign));
        }

        var words = signs.ToString().Replace("º", "º-", StringComparison.Ordinal).Replace("°", "°-", StringComparison.Ordinal);
        var core = string.Join('-', words.Split('-').Select(x => x.Trim(Around)).Where(x => x.Length > 0).SkipWhile(IsLead));
        if (core.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            core = core[Prefix.Length..].TrimStart('-', '#');
        core = core.TrimStart('0');
        if (core.Length is 0 or > MaxDigits || !core.All(char.IsAsciiDigit))
            return false;
        number = Format(long.Parse(core, CultureInfo.InvariantCulture));
        return true;
    }

    static bool IsLead(string word) => Lead.Contains(word.Replace(".", "", StringComparison.Ordinal));

    static bool IsDash(Rune sign) => Rune.GetUnicodeCategory(sign) == UnicodeCategory.DashPunctuation || sign.Value is 0x2212 or '_';

    static string Narrow(Rune sign) => sign.Value is >= 0xFF01 and <= 0xFF5E ? ((char)(sign.Value - 0xFEE0)).ToString() : sign.ToString();
}
