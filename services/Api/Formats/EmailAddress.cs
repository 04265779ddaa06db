using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Helpdesk.Api.Formats;

/// <summary>
/// An address that mail can be sent to. Two spellings of one mailbox have one canonical form, and everything that asks whether
/// two addresses are the same compares that form byte for byte: never what was typed, and never by the rules of a database.
/// </summary>
public sealed record EmailAddress
{
    /// <summary>Longest canonical form: 64 octets of local part, <c>@</c>, 253 of domain (RFC 5321, 4.5.3.1).</summary>
    public const int MaxCanonicalLength = 318;

    const int MaxLocalLength = 64;
    const string LocalSigns = "!#$%&'*+-/=?^_`{|}~.";

    EmailAddress(string typed, string local, string domain) =>
        (Typed, Deliverable, Canonical) = (typed, $"{local}@{domain}", $"{FoldAscii(local)}@{domain}");

    /// <summary>As a person typed it, without blanks around it: for display alone.</summary>
    public string Typed { get; }

    /// <summary>What mail is sent to: the local part in the case that was typed, the domain in ASCII.</summary>
    public string Deliverable { get; }

    /// <summary>
    /// The one form of the mailbox: local part in NFC with ASCII letters in lower case, domain in ASCII (IDNA).
    /// At most <see cref="MaxCanonicalLength"/> octets of UTF-8.
    /// </summary>
    public string Canonical { get; }

    /// <summary>
    /// The canonical form without what many servers let anybody add behind a <c>+</c>: one person reads <c>ana+1@</c> and <c>ana+2@</c>.
    /// </summary>
    public string CanonicalWithoutTag => WithoutTag(Canonical);

    /// <summary>Reads an address that a person typed.</summary>
    /// <param name="text">What was typed; blanks around it do not count.</param>
    /// <param name="address">The address; null when there is none.</param>
    /// <returns>
    /// False for anything but one plain address: a display name, a quoted local part, an address literal, a domain of one label,
    /// marks that nobody sees or that turn the reading direction, and domains that IDNA spells in more than one way.
    /// </returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        var typed = text?.Trim() ?? "";
        if (typed.Length is 0 or > 1000 || !IsWellFormed(typed))
            return false;
        var folded = Narrow(typed).Normalize(NormalizationForm.FormC);
        var at = folded.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at != folded.LastIndexOf('@') || !IsLocalPart(folded[..at]) || AsciiDomain(folded[(at + 1)..]) is not { } domain)
            return false;
        address = new(typed, folded[..at], domain);
        return true;
    }

    /// <summary>
    /// The canonical form of an address that was accepted before; of what is none, the text itself, which then equals only itself.
    /// </summary>
    /// <param name="text">The address.</param>
    public static string CanonicalOf(string text) => TryParse(text, out var address) ? address.Canonical : text;

    /// <summary>A canonical form without its <c>+tag</c>.</summary>
    /// <param name="canonical">The canonical form.</param>
    public static string WithoutTag(string canonical)
    {
        var (plus, at) = (canonical.IndexOf('+', StringComparison.Ordinal), canonical.LastIndexOf('@'));
        return plus > 0 && plus < at ? canonical.Remove(plus, at - plus) : canonical;
    }

    /// <inheritdoc/>
    public override string ToString() => Typed;

    // In ASCII only: what another script's letter looks like in lower case is no reason to take two people for one.
    static string FoldAscii(string local) => string.Create(local.Length, local, (folded, x) =>
    {
        for (var i = 0; i < x.Length; i++)
            folded[i] = char.IsAsciiLetterUpper(x[i]) ? (char)(x[i] | 0x20) : x[i];
    });

    static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }

        return true;
    }

    // Full-width forms are the same signs for who types them; a soft hyphen is where a word may break, and no sign at all.
    static string Narrow(string text)
    {
        var narrow = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (sign is not '\u00AD')
                narrow.Append(sign switch { >= '\uFF01' and <= '\uFF5E' => (char)(sign - 0xFEE0), '\u3002' or '\uFF61' => '.', _ => sign });
        }

        return narrow.ToString();
    }

    static bool IsLocalPart(string local) =>
        Encoding.UTF8.GetByteCount(local) <= MaxLocalLength
        && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal)
        // Begins an encoded word (RFC 2047): there are mail programs that would make another address of it.
        && !local.Contains("=?", StringComparison.Ordinal)
        && local.EnumerateRunes().All(x => x.IsAscii ? IsLocalSign((char)x.Value) : IsVisible(x));

    static bool IsLocalSign(char sign) => char.IsAsciiLetterOrDigit(sign) || LocalSigns.Contains(sign, StringComparison.Ordinal);

    static bool IsVisible(Rune sign) => !Invisible.Is(sign) && !Rune.IsWhiteSpace(sign) && !Rune.IsControl(sign)
        && Rune.GetUnicodeCategory(sign) is not (UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    static string? AsciiDomain(string domain)
    {
        var lower = (domain.EndsWith('.') ? domain[..^1] : domain).ToLowerInvariant();
        if (lower.Length == 0 || !lower.Contains('.', StringComparison.Ordinal) || !lower.EnumerateRunes().All(IsVisible))
            return null;
        try
        {
            var idn = new IdnMapping { UseStd3AsciiRules = true };
            var ascii = idn.GetAscii(lower);
            var labels = ascii.Split('.');
            var sound = ascii.Length <= 253 && Ascii.IsValid(ascii)
                && labels.All(x => x.Length is > 0 and <= 63) && !labels[^1].All(char.IsAsciiDigit);
            return sound && idn.GetAscii(idn.GetUnicode(ascii)) == ascii ? ascii.ToLowerInvariant() : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
