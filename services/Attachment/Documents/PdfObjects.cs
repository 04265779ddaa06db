using System.Text;
using System.Text.RegularExpressions;
using Helpdesk.Attachment.Uploading;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// Finds the objects of a PDF wherever they lie: also those of earlier versions, those that its directory does not name, and those packed
/// in streams. Which of them a program takes is its own choice, so that all have to be passive.
/// </summary>
sealed partial class PdfObjects(ReadOnlyMemory<byte> file)
{
    const int MaxObjects = 200_000;
    // A token without an end is read to the end of the file: this often and no more.
    const int MaxReadings = 8;
    const int MaxRest = 4096;

    readonly PdfRules _rules = new();
    readonly PdfFilters _filters = new();
    readonly List<(DictionaryToken Dictionary, int Data, long Number)> _packed = [];
    long _read;

    public void Check()
    {
        var objects = 0;
        foreach (var match in Beginnings().EnumerateMatches(Encoding.Latin1.GetString(file.Span)))
        {
            if (++objects > MaxObjects)
                throw RefusedFileException.DocumentTooLarge("it has more objects than any document needs");
            if (file.Span[match.Index] is (byte)'o' or (byte)'t')
                CheckOpen(match.Index, match.Index + match.Length);
        }

        foreach (var (dictionary, data, _) in _packed)
            CheckPacked(dictionary, data);
        _rules.End(Unpacked);
    }

    /// <summary>An object, or a trailer, as it lies in the file.</summary>
    void CheckOpen(int word, int begin)
    {
        var (token, end, scanner) = PdfTokens.First(file[begin..]);
        if ((_read += end) > (long)MaxReadings * file.Length + 64 * 1024)
            throw RefusedFileException.DocumentTooLarge("its objects do not end");
        if (token is null)
            return;
        var number = NumberBefore(word);
        _rules.Check(number, token);
        CheckNames(file.Slice(begin, end), [token]);
        if (token is DictionaryToken)
            CheckNames(file.Slice(begin + end, Rest(begin + end)), []);
        if (token is DictionaryToken dictionary && DataOf(scanner, begin) is { } data)
            CheckStream(dictionary, data, number);
    }

    /// <summary>How much follows until the object ends: another program may not see its end yet.</summary>
    int Rest(int from)
    {
        var rest = Ends().EnumerateMatches(Encoding.Latin1.GetString(file.Span[from..Math.Min(file.Length, from + MaxRest)]));
        return rest.MoveNext() ? rest.Current.Index : Math.Min(file.Length - from, MaxRest);
    }

    void CheckStream(DictionaryToken dictionary, int data, long number)
    {
        _rules.CheckStream(number, dictionary, data);
        if (dictionary.Data.ContainsKey("First") || _rules.Says(dictionary, "Type", "ObjStm"))
            _packed.Add((dictionary, data, number));
    }

    /// <summary>Objects packed in a stream: a list of numbers and places, and then the objects.</summary>
    void CheckPacked(DictionaryToken dictionary, int data)
    {
        foreach (var content in Unpacked(dictionary, data))
        {
            var structure = new List<IToken>();
            var numbers = new List<long>();
            var scanner = PdfTokens.Scanner(content);
            for (var i = 0; scanner.MoveNext();)
            {
                var token = scanner.CurrentToken;
                structure.Add(token);
                if (token is NumericToken number && numbers.Count == i)
                    numbers.Add(number.Long);
                i++;
            }

            foreach (var token in structure)
                _rules.Check(-1, token);
            var first = Number(dictionary, "First");
            var count = Number(dictionary, "N");
            if (count < 0 || first < 0 || first > content.Length || count * 2 > numbers.Count)
                throw PdfFilters.Unreadable();
            for (var i = 0; i < count; i++)
                CheckPackedAt(content, numbers[2 * i], first + numbers[2 * i + 1]);
            CheckNames(content, structure);
        }
    }

    void CheckPackedAt(ReadOnlyMemory<byte> content, long number, long at)
    {
        if (at < 0 || at > content.Length)
            throw PdfFilters.Unreadable();
        var (token, end, _) = PdfTokens.First(content[(int)at..]);
        if ((_read += end) > (long)MaxReadings * file.Length + 128 * 1024 * 1024)
            throw RefusedFileException.DocumentTooLarge("its objects do not end");
        if (token is null)
            return;
        _rules.Check(number, token);
        CheckNames(content.Slice((int)at, end), [token]);
    }

    long Number(DictionaryToken dictionary, string key) => dictionary.Data.TryGetValue(key, out var value)
        && _rules.Resolve(value) is NumericToken number ? number.Long : -1;

    static void CheckNames(ReadOnlyMemory<byte> bytes, IEnumerable<IToken> structure)
    {
        var names = PdfTokens.Names(bytes).ToList();
        foreach (var name in names)
            PdfRules.CheckName(name);
        if (PdfTokens.HidesNames(names, structure))
            throw RefusedFileException.DamagedDocument("an object says one thing twice");
    }

    /// <summary>What a stream unpacks to; twice when its length and its end do not agree, for each program goes by its own.</summary>
    List<ReadOnlyMemory<byte>> Unpacked(DictionaryToken dictionary, int data)
    {
        var names = _rules.Names(dictionary, "Filter") ?? throw PdfFilters.Unreadable();
        var found = file.Span[data..].IndexOf("endstream"u8);
        var said = Number(dictionary, "Length");
        var lengths = new List<long>();
        if (found >= 0)
            lengths.Add(found);
        if (said >= 0 && said <= file.Length - data && (found < 0 || Math.Abs(found - said) > 2))
            lengths.Add(said);
        if (lengths.Count == 0)
            throw PdfFilters.Unreadable();
        return [.. lengths.Select(x => (ReadOnlyMemory<byte>)_filters.Decode(file.Slice(data, (int)x).ToArray(), dictionary, names))];
    }

    /// <summary>Where the data of a stream begins, if the object is one.</summary>
    int? DataOf(CoreTokenScanner scanner, int begin)
    {
        do
        {
            if (!scanner.MoveNext())
                return null;
        }
        while (scanner.CurrentToken is CommentToken);
        if (scanner.CurrentToken is not OperatorToken word || !word.Data.StartsWith("stream", StringComparison.Ordinal))
            return null;
        var at = begin + (int)scanner.CurrentTokenStart + "stream".Length;
        while (at < file.Length && file.Span[at] is (byte)' ' or (byte)'\t')
            at++;
        if (at < file.Length && file.Span[at] == '\r')
            at++;
        return at < file.Length && file.Span[at] == '\n' ? at + 1 : at;
    }

    long NumberBefore(int word)
    {
        var before = Encoding.Latin1.GetString(file.Span[Math.Max(0, word - 40)..word]);
        return Numbers().Match(before) is { Success: true } match && long.TryParse(match.Groups[1].ValueSpan, out var number) ? number : -1;
    }

    [GeneratedRegex(@"(?<![A-Za-z])obj|trailer|(?<!end)stream")]
    private static partial Regex Beginnings();

    [GeneratedRegex("endobj|stream|startxref|[0-9] obj")]
    private static partial Regex Ends();

    [GeneratedRegex(@"(\d+)\s+\d+\s*$")]
    private static partial Regex Numbers();
}
