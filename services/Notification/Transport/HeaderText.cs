using System.Globalization;
using System.Text;

namespace Helpdesk.Notification.Transport;

static class HeaderText
{
    /// <summary>
    /// The text in one line without control characters, so that nothing a person typed can begin a header of its own or, by
    /// turning the writing direction, make a subject read as something else.
    /// </summary>
    public static string Sanitize(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            // The joiner holds emoji together, and Persian words need its counterpart; every other invisible sign only misleads.
            if (category == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D))
                continue;
            var space = category is UnicodeCategory.Control or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;
            if (!space)
                clean.Append(rune.ToString());
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }

        return clean.ToString().TrimEnd();
    }
}
