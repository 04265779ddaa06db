using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;
using UglyToad.PdfPig.Tokens;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// The actions of a PDF: at a click, and by itself, when it is opened or a page is turned. A click may open an address; by itself a
/// document may only move within.
/// </summary>
sealed class PdfActions(PdfRules rules)
{
    const int MaxInChain = 200;

    static readonly HashSet<string> ByThemselves = ["GoTo", "GoToDp", "Named", "SetOCGState", "Trans", "Hide", "ResetForm", "Thread",
        "NOP"];
    static readonly HashSet<string> ByClick = [.. ByThemselves, "URI", "GoTo3DView"];
    // The events of actions that run by themselves (ISO 32000-2, tables 197 to 200).
    static readonly HashSet<string> Triggers = ["E", "X", "D", "U", "Fo", "Bl", "PO", "PC", "PV", "PI", "O", "C", "K", "F", "V", "WC",
        "WS", "DS", "WP", "DP"];

    readonly List<IToken> _clicked = [];
    readonly List<IToken> _started = [];
    readonly List<IToken> _additional = [];
    readonly List<IToken> _addresses = [];

    /// <summary>Whether a dictionary may be an action, or the list of those that happen by themselves.</summary>
    public static bool IsOne(DictionaryToken dictionary)
    {
        if (dictionary.Data.TryGetValue("S", out var kind))
            return kind is IndirectReferenceToken || (kind is NameToken name && ByClick.Contains(name.Data))
                || dictionary.Data.ContainsKey("Next");
        return dictionary.Data.Count <= Triggers.Count && dictionary.Data.Keys.All(Triggers.Contains);
    }

    public void Note(DictionaryToken dictionary)
    {
        if (dictionary.Data.TryGetValue("OpenAction", out var opened))
            _started.Add(opened);
        if (dictionary.Data.TryGetValue("AA", out var additional))
            _additional.Add(additional);
        foreach (var key in (string[])["A", "PA"])
        {
            if (dictionary.Data.TryGetValue(key, out var clicked))
                _clicked.Add(clicked);
        }

        if (rules.Says(dictionary, "S", "Thread") && dictionary.Data.ContainsKey("F"))
            throw new RefusedFileException(FileRefusalReason.OpensAddress);
        if (dictionary.Data.TryGetValue("URI", out var address))
            _addresses.Add(address);
    }

    public void End()
    {
        if (_addresses.SelectMany(rules.All).Any(x => PdfTokens.Text(x) is { } text && !Address.IsClickable(text)))
            throw new RefusedFileException(FileRefusalReason.UnsafeLink);
        foreach (var additional in _additional)
        {
            foreach (var list in Found(additional).OfType<DictionaryToken>())
                _started.AddRange(list.Data.Values);
        }

        foreach (var action in _started)
            Check(action, ByThemselves, required: true);
        foreach (var action in _clicked)
            Check(action, ByClick, required: false);
    }

    List<IToken> Found(IToken token)
    {
        var all = rules.All(token).ToList();
        // It is there but cannot be told, or it is not where a strict reader looks for it.
        if (all.Count == 0)
            throw new RefusedFileException(FileRefusalReason.OpensAddress);
        return all;
    }

    /// <summary>Checks an action and those that follow it.</summary>
    /// <param name="action">An action, or a destination, which is an array.</param>
    /// <param name="allowed">The kinds that are passive here.</param>
    /// <param name="required">Whether it must be found; the same key has other meanings elsewhere.</param>
    void Check(IToken action, HashSet<string> allowed, bool required)
    {
        var waiting = new Queue<IToken>([action]);
        for (var seen = 0; waiting.TryDequeue(out var next);)
        {
            if (++seen > MaxInChain)
                throw RefusedFileException.DocumentTooLarge("one action follows another without end");
            foreach (var one in required ? Found(next) : rules.All(next))
                CheckOne(one, allowed, waiting);
        }
    }

    void CheckOne(IToken action, HashSet<string> allowed, Queue<IToken> waiting)
    {
        if (action is not DictionaryToken dictionary || !dictionary.Data.TryGetValue("S", out var kind))
            return;
        foreach (var name in rules.All(kind).DefaultIfEmpty(kind))
        {
            if (name is not NameToken known || !allowed.Contains(known.Data))
                throw new RefusedFileException(FileRefusalReason.OpensAddress);
        }

        if (dictionary.Data.TryGetValue("Next", out var next))
        {
            foreach (var one in rules.All(next).SelectMany(x => x is ArrayToken several ? several.Data : [x]))
                waiting.Enqueue(one);
        }
    }
}
