namespace Helpdesk.Attachment.Documents;

/// <summary>Addresses within documents.</summary>
static class Address
{
    // A click on them shows a page, a file or a message to write.
    static readonly HashSet<string> Clickable = new(StringComparer.OrdinalIgnoreCase)
    {
        "http", "https", "mailto", "tel", "sms", "fax", "ftp", "ftps", "sftp", "file", "news", "nntp", "sip", "sips", "xmpp", "geo",
            "urn", "about", "webcal",
    };

    /// <summary>Whether it leads elsewhere wherever the document lies: with a scheme, or to another machine.</summary>
    public static bool IsAbsolute(string address) => Plain(address) is var plain
        && (Scheme(plain) is not null || plain.StartsWith("//", StringComparison.Ordinal));

    /// <summary>Whether a person may click on it: it starts no program.</summary>
    public static bool IsClickable(string address) => Scheme(Plain(address)) is not { } scheme || scheme.Length == 1
        || Clickable.Contains(scheme);

    /// <summary>Whether that is so whatever is added to its end.</summary>
    public static bool StartsClickable(string address) => Scheme(Plain(address)) is { Length: > 1 } scheme && Clickable.Contains(scheme);

    /// <summary>The address as browsers and Office read it: without blanks and control characters.</summary>
    static string Plain(string address) => string.Concat(address.Where(x => x > ' ' && !char.IsControl(x))).Replace('\\', '/');

    static string? Scheme(string address)
    {
        var colon = address.AsSpan().IndexOfAny(":/?#");
        return colon > 0 && address[colon] == ':' && address.AsSpan(0, colon).IndexOfAnyExcept(SchemeSigns) < 0 ? address[..colon] : null;
    }

    static readonly System.Buffers.SearchValues<char> SchemeSigns =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
