using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Helpdesk.Notification.Tests.Smtp;

static partial class Mime
{
    public static ILookup<string, string> Headers(string raw) =>
        Fold().Replace(Head(raw), " ").Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(x => x.Split(':', 2)).ToLookup(x => x[0], x => x[1].Trim(), StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<(ILookup<string, string> Headers, string Content)> Parts(string raw)
    {
        var boundary = Boundary().Match(Head(raw)).Groups[1].Value;
        var parts = Body(raw).Split("--" + boundary);
        return parts[1..^1].Select(x => x.TrimStart('\r', '\n')).Select(x => (Headers(x), QuotedPrintable(Body(x))));
    }

    /// <summary>Resolves encoded words.</summary>
    public static string Decode(string header) => EncodedWord().Replace(Between().Replace(header, "?==?"), word =>
    {
        var text = word.Groups[2].Value;
        return Encoding.UTF8.GetString(word.Groups[1].Value is "B" or "b" ? Convert.FromBase64String(text) : Bytes(text.Replace('_', ' ')));
    });

    static string Head(string raw) => raw[..raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)];

    static string Body(string raw) => raw[(raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    static string QuotedPrintable(string text) => Encoding.UTF8.GetString(Bytes(text.Replace("=\r\n", "", StringComparison.Ordinal))).ReplaceLineEndings("\n");

    static byte[] Bytes(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length)
                bytes.Add(byte.Parse(text.AsSpan((i += 2) - 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            else
                bytes.Add((byte)text[i]);
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Fold();

    [GeneratedRegex("boundary=\"?([^\";\r\n]+)")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?([BQbq])\?(.*?)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex Between();
}
