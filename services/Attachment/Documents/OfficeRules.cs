using System.Text;
using System.Xml;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>The rules for the XML of Word and Excel documents, whichever part it is.</summary>
sealed class OfficeRules(KnownFields known, IReadOnlyDictionary<string, Relationship> relationships) : IMarkupRules
{
    const int MaxSigns = 64 * 1024;

    static readonly string[] Families = ["http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/",
        "http://schemas.microsoft.com/office/", "urn:schemas-microsoft-com:"];
    static readonly string[] Word = ["http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main"];
    static readonly HashSet<string> Links = ["hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"];
    static readonly HashSet<string> Formulas = ["f", "definedName", "formula", "formula1", "formula2", "calculatedColumnFormula",
        "totalsRowFormula", "oldFormula"];

    static readonly Dictionary<string, FileRefusalReason> Refused = new()
    {
        ["OLEObject"] = FileRefusalReason.EmbeddedFile,
        ["oleObject"] = FileRefusalReason.EmbeddedFile,
        ["objectEmbed"] = FileRefusalReason.EmbeddedFile,
        ["objectLink"] = FileRefusalReason.ExternalContent,
        ["altChunk"] = FileRefusalReason.EmbeddedFile,
        ["ocx"] = FileRefusalReason.ActiveControl,
        ["ddeLink"] = FileRefusalReason.StartsProgram,
        ["oleLink"] = FileRefusalReason.StartsProgram,
        ["webVideoPr"] = FileRefusalReason.ExternalContent,
        ["subDoc"] = FileRefusalReason.ExternalContent,
        ["sourceFileName"] = FileRefusalReason.ExternalContent,
        ["connectString"] = FileRefusalReason.ExternalContent,
        ["dataSource"] = FileRefusalReason.ExternalContent,
        ["udl"] = FileRefusalReason.ExternalContent,
        ["dbPr"] = FileRefusalReason.ExternalContent,
        ["webPr"] = FileRefusalReason.ExternalContent,
    };

    readonly FieldCodes _fields = new(known);
    readonly Stack<Opened> _open = new();
    readonly StringBuilder _formula = new();
    int _foreigners;

    /// <summary>Whether some element refers to an image elsewhere by address, not by a relationship.</summary>
    public bool NamesImagesElsewhere { get; private set; }

    public bool WantsText => _open.TryPeek(out var on)
        && (on.IsFormula || (on.IsWord && (IsCode(on.Name) || (_fields.IsInCode && on.Name is "t" or "delText"))));

    public void Begin(XmlReader element)
    {
        var around = _open.TryPeek(out var outer) ? outer : default;
        // One program would skip it, another would not.
        if (around.IsWord && IsCode(around.Name))
            throw new RefusedFileException(FileRefusalReason.StartsProgram);
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
            throw new RefusedFileException(FileRefusalReason.StartsProgram);
        else if (on.Name == "definedName" && (IsSet(element, "xlm") || IsSet(element, "vbProcedure") || IsSet(element, "function")))
            throw new RefusedFileException(FileRefusalReason.Macros);
    }

    void CheckWord(XmlReader element, Opened on)
    {
        switch (on.Name)
        {
            case "control":
                throw new RefusedFileException(FileRefusalReason.ActiveControl);
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
                throw new RefusedFileException(FileRefusalReason.ExternalContent);
            // A link used by anything but a link would be fetched.
            if (IsRelationship(element) && relationships.TryGetValue(element.Value, out var relationship)
                && relationship is { IsOutside: true, IsLink: true } && !Links.Contains(name))
                throw new RefusedFileException(FileRefusalReason.ExternalContent);
            NamesImagesElsewhere |= IsImageElsewhere(element, name);
        }
    }

    public static bool IsRelationship(XmlReader attribute) =>
        attribute.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal) || attribute.LocalName is "relid" or "pict";

    /// <summary>VML, where an image or the fill of a shape may have an address of its own.</summary>
    public static bool IsImageElsewhere(XmlReader attribute, string element) =>
        element is "imagedata" or "image" or "fill" or "stroke" or "background" && attribute.LocalName is "src" or "href" or "althref"
            && Address.IsAbsolute(attribute.Value);

    static bool IsSet(XmlReader element, string attribute) => element.GetAttribute(attribute) is "1" or "true";

    public void Text(string text)
    {
        var on = _open.Peek();
        if (on.IsFormula)
            _formula.Append(_formula.Length + text.Length <= MaxSigns ? text
                : throw RefusedFileException.DocumentTooLarge("it has longer formulas than any document needs"));
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
    /// <param name="Place">Which element that is not Word's own surrounds it.</param>
    readonly record struct Opened(string Name, bool IsWord, bool IsFormula, int Place);
}
