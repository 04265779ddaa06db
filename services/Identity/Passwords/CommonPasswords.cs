namespace Helpdesk.Identity.Passwords;

/// <summary>Passwords that are tried first, also with digits and signs around them or in place of letters.</summary>
static class CommonPasswords
{
    const int MinRepeated = 8;
    const int MaxTimes = 8;

    static readonly HashSet<string> Words = Read();

    public static bool Contain(string password)
    {
        var text = password.ToLowerInvariant();
        return Words.Contains(text)
            || IsCommon(Plain(text.Trim([.. text.Where(x => !char.IsLetter(x))])))
            || IsCommon(Letters(Plain(text)));
    }

    /// <summary>A common word, or one and the same several times.</summary>
    static bool IsCommon(string text) =>
        Words.Contains(text) || (text.Length >= MinRepeated && Enumerable.Range(2, MaxTimes - 1).Any(x => IsRepeated(text, x)));

    static bool IsRepeated(string text, int times)
    {
        var word = text[..(text.Length / times)];
        return text.Length % times == 0 && Words.Contains(word) && text == string.Concat(Enumerable.Repeat(word, times));
    }

    static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    static string Plain(string text) => text
        .Replace('0', 'o').Replace('1', 'i').Replace('3', 'e').Replace('4', 'a').Replace('5', 's')
        .Replace('@', 'a').Replace('$', 's').Replace('!', 'i');

    static HashSet<string> Read()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
