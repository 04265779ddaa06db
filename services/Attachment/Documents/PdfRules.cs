using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;
using UglyToad.PdfPig.Tokens;

namespace Helpdesk.Attachment.Documents;

/// <summary>What the objects of a PDF may be.</summary>
sealed class PdfRules
{
    const string Annotation = "Subtype";

    /// <summary>Names that act, wherever they stand.</summary>
    static readonly Dictionary<string, FileRefusalReason> Acting = new()
    {
        ["JavaScript"] = FileRefusalReason.Script,
        ["JS"] = FileRefusalReason.Script,
        ["OnInstantiate"] = FileRefusalReason.Script,
        ["Launch"] = FileRefusalReason.StartsProgram,
        ["GoToR"] = FileRefusalReason.OpensAddress,
        ["GoToE"] = FileRefusalReason.OpensAddress,
        ["SubmitForm"] = FileRefusalReason.SendsForm,
        ["ImportData"] = FileRefusalReason.SendsForm,
        ["XFA"] = FileRefusalReason.ProgramForm,
        ["RichMedia"] = FileRefusalReason.Media,
        ["RichMediaExecute"] = FileRefusalReason.Media,
        ["RichMediaContent"] = FileRefusalReason.Media,
        ["Rendition"] = FileRefusalReason.Media,
        ["FileAttachment"] = FileRefusalReason.EmbeddedFile,
    };

    static readonly Dictionary<string, FileRefusalReason> Kinds = new()
    {
        ["Movie"] = FileRefusalReason.Media,
        ["Sound"] = FileRefusalReason.Media,
        ["Screen"] = FileRefusalReason.Media,
        ["3D"] = FileRefusalReason.Media,
    };

    readonly Dictionary<long, List<IToken>> _known = [];
    readonly PdfActions _actions;
    readonly PdfAttachments _attachments;

    public PdfRules() => (_actions, _attachments) = (new(this), new(this));

    public static void CheckName(string name)
    {
        if (Acting.TryGetValue(name, out var reason))
            throw new RefusedFileException(reason);
    }

    /// <summary>Checks an object, and remembers it under its number when others may refer to it.</summary>
    public void Check(long number, IToken token)
    {
        if (number >= 0 && IsMeant(token))
            Remember(number, token);
        else if (number >= 0)
            _known.TryAdd(number, []);
        // Given under a number of its own, for others to refer to.
        if (token is NameToken name && Kinds.TryGetValue(name.Data, out var reason))
            throw new RefusedFileException(reason);
        Walk(token);
    }

    void Remember(long number, IToken token)
    {
        if (!_known.TryGetValue(number, out var tokens))
            _known[number] = tokens = [];
        tokens.Add(token);
    }

    void Walk(IToken token)
    {
        switch (token)
        {
            case NameToken name:
                CheckName(name.Data);
                break;
            case ArrayToken array:
                foreach (var item in array.Data)
                    Walk(item);
                break;
            case DictionaryToken dictionary:
                CheckDictionary(dictionary);
                foreach (var value in dictionary.Data.Values)
                    Walk(value);
                break;
        }
    }

    void CheckDictionary(DictionaryToken dictionary)
    {
        foreach (var (key, value) in dictionary.Data)
        {
            CheckName(key);
            if (key == "Encrypt" && value is IndirectReferenceToken or DictionaryToken)
                throw new RefusedFileException(FileRefusalReason.EncryptedPdf);
        }

        foreach (var (kind, reason) in Kinds)
        {
            if (Says(dictionary, Annotation, kind) || Says(dictionary, "S", kind))
                throw new RefusedFileException(reason);
        }

        if (Says(dictionary, "FS", "URL"))
            throw new RefusedFileException(FileRefusalReason.ExternalContent);
        _actions.Note(dictionary);
        _attachments.Note(dictionary);
    }

    /// <summary>Checks what else the dictionary of a stream says.</summary>
    public void CheckStream(long number, DictionaryToken dictionary, int data)
    {
        // Its bytes, or the page that it shows, would be read from another file.
        if (dictionary.Data.ContainsKey("F") || dictionary.Data.ContainsKey("FFilter") || dictionary.Data.ContainsKey("Ref"))
            throw new RefusedFileException(FileRefusalReason.ExternalContent);
        _attachments.NoteStream(number, dictionary, data);
    }

    /// <summary>At the end, when all objects are known.</summary>
    public void End(Func<DictionaryToken, int, List<ReadOnlyMemory<byte>>> unpack)
    {
        _actions.End();
        _attachments.End(unpack);
    }

    /// <summary>Whether a dictionary has this name under that key, or leads to it.</summary>
    public bool Says(DictionaryToken dictionary, string key, string name) =>
        dictionary.Data.TryGetValue(key, out var value) && All(value).Any(x => x is NameToken said && said.Data == name);

    public IToken? Resolve(IToken token) => All(token).LastOrDefault();

    /// <summary>What a token may stand for: itself, or each object of the number that it refers to.</summary>
    public IEnumerable<IToken> All(IToken token) => token is IndirectReferenceToken reference
        ? _known.GetValueOrDefault(reference.Data.ObjectNumber) ?? [] : [token];

    /// <summary>Whether there is an object of this number, whatever it is.</summary>
    public bool Knows(IndirectReferenceToken reference) => _known.ContainsKey(reference.Data.ObjectNumber);

    /// <summary>One name, or several in their order; none where there are none, null when they cannot be read.</summary>
    public IReadOnlyList<NameToken>? Names(DictionaryToken dictionary, string key)
    {
        if (!dictionary.Data.TryGetValue(key, out var value))
            return [];
        return Resolve(value) switch
        {
            NameToken name => [name],
            ArrayToken array when array.Data.All(x => Resolve(x) is NameToken) => [.. array.Data.Select(x => (NameToken)Resolve(x)!)],
            _ => null,
        };
    }

    // What actions, filters and lengths are made of. Remembering more would cost memory and help nothing.
    static bool IsMeant(IToken token) => token switch
    {
        NameToken or NumericToken => true,
        StringToken or HexToken => PdfTokens.Text(token)!.Length <= 2048,
        ArrayToken array => array.Data.Count <= 32,
        DictionaryToken dictionary => PdfActions.IsOne(dictionary) || PdfAttachments.IsOne(dictionary),
        _ => false,
    };
}
