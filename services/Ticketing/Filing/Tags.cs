using System.Globalization;
using Helpdesk.Ticketing.Tickets;

namespace Helpdesk.Ticketing.Filing;

/// <summary>How tags are written: one spelling for what is meant the same.</summary>
static class Tags
{
    public const int Most = 20, Longest = 40;

    /// <summary>The tags as they are kept: lower case, each once, in order; null when one of them is none.</summary>
    public static string[]? Clean(IEnumerable<string?> typed)
    {
        var tags = typed.Select(Clean).Distinct().Order(StringComparer.Ordinal).ToArray();
        return tags.Contains("") ? null : tags;
    }

    /// <summary>One tag as it is kept; empty when it is none.</summary>
    public static string Clean(string? typed)
    {
        var tag = Words.Line(typed).ToLower(CultureInfo.InvariantCulture);
        return tag.Length <= Longest && tag.All(x => char.IsLetterOrDigit(x) || char.GetUnicodeCategory(x) == UnicodeCategory.NonSpacingMark || " -_.+#/".Contains(x, StringComparison.Ordinal)) ? tag : "";
    }
}
