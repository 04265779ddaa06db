using System.Globalization;
using System.Text;
using Helpdesk.Attachment.Documents;

namespace Helpdesk.Attachment.Uploading;

/// <summary>The name of a file as people see it. It never names anything on disk.</summary>
static class DisplayName
{
    public const int MaxLength = 120;

    /// <summary>The name without path and invisible characters, in every script, with an extension that says what the file is.</summary>
    public static string Of(string? sent, string contentType)
    {
        var name = Visible((sent ?? "").Split('/', '\\')[^1]);
        string[] extensions = contentType switch
        {
            "image/png" => [".png"],
            "image/jpeg" => [".jpg", ".jpeg", ".jpe", ".jfif"],
            "image/gif" => [".gif"],
            "image/webp" => [".webp"],
            CheckDocument.Pdf => [".pdf"],
            CheckDocument.Docx => [".docx"],
            CheckDocument.Xlsx => [".xlsx"],
            CheckDocument.Odt => [".odt"],
            CheckDocument.Text => [.. PlainText.Extensions],
            _ => throw new ArgumentOutOfRangeException(nameof(contentType), contentType, "Not a kind of file that is stored."),
        };
        var extension = extensions.FirstOrDefault(x => name.EndsWith(x, StringComparison.OrdinalIgnoreCase));
        // Whoever saves it must not find a page or a program under that name.
        var stem = extension is null ? name : name[..^extension.Length];
        extension = extension is null ? extensions[0] : name[^extension.Length..];
        stem = stem.Trim(' ', '.');
        if (stem.Length == 0)
            stem = contentType.StartsWith("image/", StringComparison.Ordinal) ? "image" : "document";
        return Shortened(stem, MaxLength - extension.Length) + extension;
    }

    /// <summary>Without control characters, marks that turn the direction of writing, and halves of characters.</summary>
    static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isHidden = !JoinsCharacters(rune) && Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
            if (!isHidden && rune != Rune.ReplacementChar)
                visible.Append(rune);
        }

        return visible.ToString().Normalize().Trim();
    }

    // Invisible, but Persian, Hindi and many emoji are written with them.
    static bool JoinsCharacters(Rune rune) => rune.Value is 0x200C or 0x200D;

    /// <summary>Cut between characters as people see them, not within.</summary>
    static string Shortened(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var at = 0;
        for (var next = 0; next <= length; next += StringInfo.GetNextTextElementLength(text, next))
            at = next;
        return text[..at];
    }
}
