namespace Helpdesk.Ui.Texts;

/// <summary>The sentence for a text that is too long: by how much, so that nobody has to count.</summary>
public static class TextLimits
{
    /// <summary>Null when the text fits.</summary>
    /// <param name="texts">In the language of who reads.</param>
    /// <param name="normalized">The text as it would be stored, as the browser's counter and the services count it.</param>
    /// <param name="longest">How long it may be.</param>
    public static string? TooLong(this PageTexts texts, string normalized, int longest) =>
        normalized.Length > longest ? texts["field.too-long.by", normalized.Length - longest, longest] : null;
}
