using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;
using UglyToad.PdfPig.Tokens;

namespace Helpdesk.Attachment.Documents;

/// <summary>Files inside a PDF: none but the one XML of an electronic invoice (Factur-X, ZUGFeRD, Order-X).</summary>
sealed class PdfAttachments(PdfRules rules)
{
    readonly List<DictionaryToken> _specifications = [];
    readonly Dictionary<long, List<(DictionaryToken Dictionary, int Data)>> _streams = [];
    readonly HashSet<long> _files = [];
    bool _isMarked;

    /// <summary>Whether a dictionary is a file specification.</summary>
    public static bool IsOne(DictionaryToken dictionary) => dictionary.Data.ContainsKey("EF");

    public void Note(DictionaryToken dictionary)
    {
        _isMarked |= (dictionary.Data.TryGetValue("EmbeddedFiles", out var files) && !IsEmpty(files))
            || rules.Says(dictionary, "Type", "EmbeddedFile");
        if (!dictionary.Data.TryGetValue("EF", out _))
            return;
        _isMarked = true;
        _specifications.Add(dictionary);
    }

    public void NoteStream(long number, DictionaryToken dictionary, int data)
    {
        if (!_streams.TryGetValue(number, out var streams))
            _streams[number] = streams = [];
        streams.Add((dictionary, data));
        if (rules.Says(dictionary, "Type", "EmbeddedFile"))
            _files.Add(number);
    }

    public void End(Func<DictionaryToken, int, List<ReadOnlyMemory<byte>>> unpack)
    {
        if (!_isMarked)
            return;
        foreach (var specification in _specifications)
            CheckSpecification(specification);
        if (_specifications.Count == 0 || _files.Count != 1 || !_streams.TryGetValue(_files.Single(), out var streams))
            throw Refused();
        foreach (var content in streams.SelectMany(x => unpack(x.Dictionary, x.Data)))
            InvoiceRules.Check(content);
    }

    void CheckSpecification(DictionaryToken specification)
    {
        var names = specification.Data.Where(x => x.Key is "F" or "UF" or "DOS" or "Unix" or "Mac").SelectMany(x =>
            rules.All(x.Value)).ToList();
        if (names.Count == 0 || !names.TrueForAll(IsXml) || specification.Data["EF"] is not DictionaryToken forms)
            throw Refused();
        foreach (var form in forms.Data.Values)
            _files.Add(form is IndirectReferenceToken reference ? reference.Data.ObjectNumber : throw Refused());
    }

    // What is left after a file was removed.
    static bool IsEmpty(IToken files) =>
        files is DictionaryToken tree && tree.Data.All(x => x.Key == "Names" && x.Value is ArrayToken { Data.Count: 0 });

    static bool IsXml(IToken name) => PdfTokens.Text(name) is { } text
        && text.Replace("\0", "", StringComparison.Ordinal).EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    static RefusedFileException Refused() => new(FileRefusalReason.EmbeddedFile);
}
