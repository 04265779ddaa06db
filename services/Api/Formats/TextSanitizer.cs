using System.Text;

namespace Helpdesk.Api.Formats;

/// <summary>
/// Cleans what people typed, the same at every door: one kind of line break, nothing that cannot be stored, no mark that turns the reading
/// direction. What remains is what limits count, what is stored and what is shown.
/// </summary>
public static class TextSanitizer
{
    /// <summary>A text of several lines. Indents and columns stay; empty lines before it and blanks behind it go.</summary>
    /// <param name="text">As typed; null is empty.</param>
    /// <returns>The text with <c>\n</c> as line break; empty when nothing of it can be seen.</returns>
    public static string Multiline(string? text)
    {
        var clean = new StringBuilder();
        foreach (var sign in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (sign.Value is '\n' or '\t' || !IsRefused(sign))
                clean.Append(sign);
        }

        return string.Join('\n', clean.ToString().TrimEnd().Split('\n').SkipWhile(Invisible.IsAll));
    }

    /// <summary>A text of one line, such as a name or a subject: any blanks between words become one.</summary>
    /// <param name="text">As typed; null is empty.</param>
    /// <returns>The line; empty when nothing of it can be seen.</returns>
    public static string Line(string? text)
    {
        var clean = new StringBuilder();
        foreach (var sign in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(sign))
                clean.Append(' ');
            else if (!IsRefused(sign))
                clean.Append(sign);
        }

        var line = string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return Invisible.IsAll(line) ? "" : line;
    }

    /// <summary>The same for a text that may be missing.</summary>
    /// <param name="text">As typed.</param>
    /// <returns>The line; null when there is none, or nothing of it can be seen.</returns>
    public static string? LineOrNull(string? text) => Line(text) is { Length: > 0 } line ? line : null;

    static bool IsRefused(Rune sign) => Rune.IsControl(sign) || Invisible.TurnsDirection(sign);
}
