using System.Text;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>Cleans what people typed: one kind of line break, nothing invisible that could deceive or that cannot be stored.</summary>
static class Words
{
    public static string Line(string? text) => string.Join(' ', Text(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Text(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || IsOverride(rune)))
                clean.Append(rune);
        }

        return clean.ToString().Trim();
    }

    // Marks that turn the reading direction around can make a text say something else than it holds.
    static bool IsOverride(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
