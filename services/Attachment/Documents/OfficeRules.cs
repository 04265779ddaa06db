using System.Text;
using System.Xml;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>The rules for the XML of Word and Excel documents, whichever part it is.</summary>
sealed class OfficeRules(KnownFields known, IReadOnlyDictionary<string, Relation> relations) : IMarkupRules
{
    const int MostSigns = 64 * 1024;

    static readonly string[] Families = ["http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/",
        "http://schemas.microsoft.com/office/", "urn:schemas-microsoft-com:"];
    static readonly string[] Word = ["http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main"];
    static readonly HashSet<string> Links = ["hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"];
    static readonly HashSet<string> Formulas = ["f", "definedName", "formula", "formula1", "formula2", "calculatedColumnFormula",
        "totalsRowFormula", "oldFormula"];

    static readonly Dictionary<string, RefusalReason> Refused = new()
    {
        ["OLEObject"] = RefusalReason.EmbeddedFile,
        ["oleObject"] = RefusalReason.EmbeddedFile,
        ["objectEmbed"] = RefusalReason.EmbeddedFile,
        ["objectLink"] = RefusalReason.ExternalContent,
        ["altChunk"] = RefusalReason.EmbeddedFile,
        ["ocx"] = RefusalReason.ActiveControl,
        ["ddeLink"] = RefusalReason.StartsProgram,
        ["oleLink"] = RefusalReason.StartsProgram,
        ["webVideoPr"] = RefusalReason.ExternalContent,
        ["subDoc"] = RefusalReason.ExternalContent,
        ["sourceFileName"] = RefusalReason.ExternalContent,
        ["connectString"] = RefusalReason.ExternalContent,
        ["dataSource"] = RefusalReason.ExternalContent,
        ["udl"] = RefusalReason.ExternalContent,
        ["dbPr"] = RefusalReason.ExternalContent,
        ["webPr"] = RefusalReason.ExternalContent,
    };

    readonly FieldCodes _fields = new(known);
    readonly Stack<Opened> _open = new();
    readonly StringBuilder _formula = new();
    int _foreigners;

    /// <summary>Whether some element names a picture elsewhere by its address, not by a relation.</summary>
    public bool NamesPicturesElsewhere { get; private set; }

    public bool WantsText => _open.TryPeek(out var on)
        && (on.IsFormula || (on.IsWord && (IsCode(on.Name) || (_fields.IsInCode && on.Name is "t" or "delText"))));

    public void Begin(XmlReader element)
    {
        var around = _open.TryPeek(out var outer) ? outer : default;
        // One program would read over it, and another not.
        if (around.IsWord && IsCode(around.Name))
            throw new RefusedFileException(RefusalReason.StartsProgram);
        var isWord = Word.Contains(element.NamespaceURI);
        var isOffice = isWord || Families.Any(x => element.NamespaceURI.StartsWith(x, StringComparison.OrdinalIgnoreCase));
        var isFormula = around.IsFormula || (isOffice && Formulas.Contains(element.LocalName));
        var on = new Opened(element.LocalName, isWord, isFormula, isWord ? around.Place : ++_foreigners);
        _open.Push(on);
        if (isOffice)
            CheckElement(element, on);
        CheckAttributes(element, on.Name);
    }

    static bool IsCode(string element) => element is "instrText" or "delInstrText";

    void CheckElement(XmlReader element, Opened on)
    {
        if (Refused.TryGetValue(on.Name, out var reason))
            throw new RefusedFileException(reason);
        if (on.IsWord)
            CheckWord(element, on);
        else if (on.Name == "volType" && element.GetAttribute("type") == "realTimeData")
            throw new RefusedFileException(RefusalReason.StartsProgram);
        else if (on.Name == "definedName" && (IsSet(element, "xlm") || IsSet(element, "vbProcedure") || IsSet(element, "function")))
            throw new RefusedFileException(RefusalReason.Macros);
    }

    void CheckWord(XmlReader element, Opened on)
    {
        switch (on.Name)
        {
            case "control":
                throw new RefusedFileException(RefusalReason.ActiveControl);
            case "fldChar":
                _fields.Boundary(element.GetAttribute("fldCharType", element.NamespaceURI), on.Place);
                break;
            case "fldSimple":
                _fields.Simple(element.GetAttribute("instr", element.NamespaceURI) ?? "");
                break;
            case "bookmarkStart":
                known.Bookmark(element.GetAttribute("name", element.NamespaceURI) ?? "");
                break;
            case "tab" or "br" or "cr" when _fields.IsInCode:
                _fields.Text(" ", "instrText", on.Place);
                break;
        }
    }

    void CheckAttributes(XmlReader element, string name)
    {
        while (Markup.MoveToNext(element))
        {
            if (element.LocalName == "embeddedHtml")
                throw new RefusedFileException(RefusalReason.ExternalContent);
            // A link that something else than a link follows would be fetched.
            if (IsRelation(element) && relations.TryGetValue(element.Value, out var relation)
                && relation is { IsOutside: true, IsLink: true } && !Links.Contains(name))
                throw new RefusedFileException(RefusalReason.ExternalContent);
            NamesPicturesElsewhere |= IsPictureElsewhere(element, name);
        }
    }

    public static bool IsRelation(XmlReader attribute) =>
        attribute.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal) || attribute.LocalName is "relid" or "pict";

    /// <summary>Of VML, where a picture or the filling of a shape may have an address of its own.</summary>
    public static bool IsPictureElsewhere(XmlReader attribute, string element) =>
        element is "imagedata" or "image" or "fill" or "stroke" or "background" && attribute.LocalName is "src" or "href" or "althref"
            && Address.IsAbsolute(attribute.Value);

    static bool IsSet(XmlReader element, string attribute) => element.GetAttribute(attribute) is "1" or "true";

    public void Text(string text)
    {
        var on = _open.Peek();
        if (on.IsFormula)
            _formula.Append(_formula.Length + text.Length <= MostSigns ? text
                : throw RefusedFileException.TooLarge("it has longer formulas than any document needs"));
        else
            _fields.Text(text, on.Name, on.Place);
    }

    public void End(XmlReader element)
    {
        var ended = _open.Pop();
        if (!ended.IsFormula || (_open.TryPeek(out var around) && around.IsFormula))
            return;
        Formula.Check(_formula.ToString());
        _formula.Clear();
    }

    /// <summary>At the end of the part.</summary>
    public void End() => _fields.End();

    /// <summary>An element that has begun.</summary>
    /// <param name="Place">Which of the elements that are not Word's own surrounds it.</param>
    readonly record struct Opened(string Name, bool IsWord, bool IsFormula, int Place);
}
