using System.Buffers;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Helpdesk.Attachment.Documents;

/// <summary>Reads what is at one place of a PDF by PdfPig's tokens: names come without escapes, comments are skipped.</summary>
static class PdfTokens
{
    const int MaxDepth = 100;

    static readonly SearchValues<byte> Structure = SearchValues.Create("()[]<>{}"u8);

    // These matter when given twice: programs do not agree which of them counts.
    static readonly HashSet<string> Decisive = ["OpenAction", "AA", "A", "PA", "Next", "S", "URI", "EF", "F", "UF", "Names", "Type",
        "Subtype", "First", "Filter", "Encrypt"];

    /// <summary>The token at the beginning, where it ends, and what follows it.</summary>
    public static (IToken? Token, int End, CoreTokenScanner Scanner) First(ReadOnlyMemory<byte> bytes)
    {
        var scanner = Scanner(bytes);
        while (scanner.MoveNext())
        {
            if (scanner.CurrentToken is not CommentToken)
                return (scanner.CurrentToken, (int)scanner.CurrentPosition, scanner);
        }

        return (null, bytes.Length, scanner);
    }

    public static CoreTokenScanner Scanner(ReadOnlyMemory<byte> bytes) =>
        new(new MemoryInputBytes(bytes), usePdfDocEncoding: true, new StackDepthGuard(MaxDepth), useLenientParsing: true);

    /// <summary>A text, however it is written; null for anything else.</summary>
    public static string? Text(IToken token) => token switch
    {
        StringToken text => text.Data,
        HexToken text => text.Data,
        _ => null,
    };

    /// <summary>Every name there, one after the other, even those that the structure has no place for.</summary>
    public static IEnumerable<string> Names(ReadOnlyMemory<byte> bytes)
    {
        var scanner = Scanner(Flat(bytes.Span));
        while (scanner.MoveNext())
        {
            if (scanner.CurrentToken is NameToken name)
                yield return name.Data;
        }
    }

    /// <summary>Whether some name that decides what happens got lost in the structure: given twice, or where none belongs.</summary>
    public static bool HidesNames(IEnumerable<string> names, IEnumerable<IToken> structure)
    {
        var counts = new Dictionary<string, int>();
        foreach (var name in names.Where(Decisive.Contains))
            counts[name] = counts.GetValueOrDefault(name) + 1;
        if (counts.Count == 0)
            return false;
        foreach (var token in structure)
            Discount(token, counts);
        return counts.Values.Any(x => x > 0);
    }

    static void Discount(IToken token, Dictionary<string, int> counts)
    {
        switch (token)
        {
            case NameToken name when counts.TryGetValue(name.Data, out var count):
                counts[name.Data] = count - 1;
                break;
            case ArrayToken array:
                foreach (var item in array.Data)
                    Discount(item, counts);
                break;
            case DictionaryToken dictionary:
                foreach (var (key, value) in dictionary.Data)
                {
                    if (counts.TryGetValue(key, out var keys))
                        counts[key] = keys - 1;
                    Discount(value, counts);
                }

                break;
        }
    }

    /// <summary>
    /// Blanks replace texts, comments and delimiters, so that only names, numbers and words are left. PdfPig lets a name go on over a
    /// comment and braces, and reads inline images where others see names.
    /// </summary>
    static byte[] Flat(ReadOnlySpan<byte> bytes)
    {
        var flat = bytes.ToArray();
        var texts = 0;
        for (var i = 0; i < flat.Length; i++)
        {
            var sign = bytes[i];
            if (texts > 0)
            {
                texts += sign == '(' ? 1 : sign == ')' ? -1 : 0;
                flat[i] = (byte)' ';
                if (sign == '\\' && i + 1 < flat.Length)
                    flat[++i] = (byte)' ';
            }
            else if (sign == '%')
            {
                while (i < flat.Length && flat[i] is not ((byte)'\r' or (byte)'\n'))
                    flat[i++] = (byte)' ';
            }
            else if (Structure.Contains(sign) || IsImage(bytes, i))
            {
                texts = sign == '(' ? 1 : 0;
                flat[i] = (byte)' ';
            }
        }

        return flat;
    }

    // BI, where no name goes on.
    static bool IsImage(ReadOnlySpan<byte> bytes, int at) =>
        bytes[at..].StartsWith("BI"u8) && (at == 0 || bytes[at - 1] is <= 32 || Structure.Contains(bytes[at - 1]));
}
