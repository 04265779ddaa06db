using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Helpdesk.ServiceDefaults;

/// <summary>
/// Some links carry a secret in their path, and nobody who reads logs or traces may be able to use them, not even when a link is slightly
/// mistyped: what follows the name of such a page is masked, and so is whatever looks random, wherever it is.
/// </summary>
public static partial class SecretPaths
{
    const string Hidden = "***";

    // Half a secret, as a broken line leaves it, is still too much.
    const int ShortestSecret = 16;

    static readonly SearchValues<char> OfAddresses = SearchValues.Create("/\\?#&%@");

    // Each proxy and mail client on the way may have escaped it once more.
    const int MostEscapes = 4;

    /// <summary>Names of the pages whose address continues with a secret.</summary>
    public static IReadOnlyList<string> Carriers { get; } = ["t", "opened", "uploads", "invitation", "confirmation", "password-reset"];

    /// <summary>The path without anything that could be a secret.</summary>
    /// <param name="path">A path, or a whole address; escaped or not.</param>
    public static string Mask(string path)
    {
        var (shown, carried) = (new StringBuilder(path.Length), false);
        foreach (var part in Part().EnumerateMatches(path))
        {
            var text = path.AsSpan(part.Index, part.Length).ToString();
            shown.Append(IsSeparator(text) ? text : MaskSegment(text, ref carried));
        }

        return shown.ToString();
    }

    /// <summary>
    /// The same for a text with addresses anywhere in it; email addresses are masked too. A text with neither is returned itself.
    /// </summary>
    /// <param name="text">An address, a sentence, or anything else in a log or trace.</param>
    public static string MaskText(string text)
    {
        if (text.AsSpan().IndexOfAny(OfAddresses) < 0)
            return text;
        // Spaces in an address belong to it.
        if (text.StartsWith('/') || text.StartsWith('?') || IsUrl().IsMatch(text))
            text = Mask(text);
        return Token().Replace(text, x => x.ValueSpan.Contains('@') ? Hidden
            : x.ValueSpan.IndexOfAny(OfAddresses) < 0 ? x.Value : Mask(x.Value));
    }

    // Attributes of spans and log records.
    internal static object? MaskValue(object? value) => value switch
    {
        null or bool or int or long or double => value,
        string text => MaskText(text),
        IEnumerable<string> texts => texts.Select(MaskText).ToArray(),
        _ => MaskText(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    /// <summary>Whether the address carries a secret, or looks like it.</summary>
    /// <param name="path">A path.</param>
    public static bool CarriesSecret(string path) => Mask(path) != path;

    /// <param name="segment">Between two slashes.</param>
    /// <param name="carried">Whether the previous segment announced a secret; set to whether this one does.</param>
    static string MaskSegment(string segment, ref bool carried)
    {
        var decoded = Unescape(segment);
        if (carried)
        {
            carried = false;
            // Nothing but punctuation and spaces: the secret is still to come.
            if (!decoded.Any(char.IsLetterOrDigit))
                carried = true;
            else
                return Hidden;
        }

        foreach (var word in Word().EnumerateMatches(decoded))
        {
            if (!IsCarrier(decoded.AsSpan(word.Index, word.Length)))
                continue;
            // In the same segment, or the secret is still to come.
            if (decoded.Skip(word.Index + word.Length).Any(char.IsLetterOrDigit))
                return Hidden;
            carried = true;
        }

        return Run().Matches(decoded).Any(x => IsRandom(x.Value)) ? Hidden : segment;
    }

    static bool IsCarrier(ReadOnlySpan<char> word)
    {
        foreach (var carrier in Carriers)
        {
            if (word.Equals(carrier, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // Hyphenated words and numbers are names; ids open nothing.
    static bool IsRandom(string run) => run.Length >= ShortestSecret && !Name().IsMatch(run) && !Guid.TryParse(run, out _);

    static bool IsSeparator(string part) => Separator().IsMatch(part);

    static string Unescape(string text)
    {
        for (var i = 0; i < MostEscapes && text.Contains('%', StringComparison.Ordinal); i++)
            text = Uri.UnescapeDataString(text);
        return text;
    }

    [GeneratedRegex(@"\S+")]
    private static partial Regex Token();

    [GeneratedRegex(@"\A[a-z]+://", RegexOptions.IgnoreCase)]
    private static partial Regex IsUrl();

    // A slash, also one that was escaped, or escaped again; or what stands before the next.
    [GeneratedRegex(@"(?:[/\\?#&]|%(?:25)*(?:2f|5c|3f|23|26))|(?:(?!%(?:25)*(?:2f|5c|3f|23|26))[^/\\?#&])+",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex(@"\A(?:[/\\?#&]|%(?:25)*(?:2f|5c|3f|23|26))\z", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")]
    private static partial Regex Word();

    // The characters of secrets, in any encoding of ours.
    [GeneratedRegex(@"[A-Za-z0-9_~+=-]+")]
    private static partial Regex Run();

    [GeneratedRegex(@"\A(?:[A-Z]?[a-z]+|[A-Z]+|[0-9]{1,12})(?:[-_+=](?:[A-Z]?[a-z]+|[A-Z]+|[0-9]{1,12}))*\z")]
    private static partial Regex Name();
}
