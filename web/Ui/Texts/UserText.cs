using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Helpdesk.Ui.Texts;

/// <summary>What people wrote, within sentences of ours: it may run the other way, and must not turn the rest around.</summary>
public static class UserText
{
    // First strong isolate and its end: <bdi> where no element can stand.
    const string Isolate = "\u2068", End = "\u2069";

    /// <summary>The text of a key, each of its places in a <c>bdi</c>.</summary>
    /// <param name="texts">In the language of who reads.</param>
    /// <param name="key">As in the resource file.</param>
    /// <param name="values">In the order of the places.</param>
    public static IHtmlContent Isolated(this PageTexts texts, string key, params object[] values)
    {
        var encode = HtmlEncoder.Default;
        object[] encoded = [.. values.Select(x => $"<bdi>{encode.Encode($"{x}")}</bdi>")];
        // The encoder leaves braces as they are.
        return new HtmlString(string.Format(CultureInfo.InvariantCulture, encode.Encode(texts[key]), encoded));
    }

    /// <summary>Words for a title of a page; as they are when nothing in them runs from right to left.</summary>
    /// <param name="words">As somebody wrote them.</param>
    public static string InTitle(string words) => words.EnumerateRunes().Any(RunsLeft) ? $"{Isolate}{words}{End}" : words;

    static bool RunsLeft(Rune sign) => sign.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC)
        or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
