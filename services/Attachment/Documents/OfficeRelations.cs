using System.Xml;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>What the parts of an Office document refer to, inside and outside of it.</summary>
sealed class OfficeRelations
{
    // Excel's own word for a workbook whose place it does not know: its formulas keep the values that they had.
    const string Missing = "http://schemas.microsoft.com/office/2006/relationships/xlExternalLinkPath/xlPathMissing";

    static readonly Dictionary<string, RefusalReason> Refused = new()
    {
        ["vbaproject"] = RefusalReason.Macros,
        ["wordvbadata"] = RefusalReason.Macros,
        ["xlmacrosheet"] = RefusalReason.Macros,
        ["xlintlmacrosheet"] = RefusalReason.Macros,
        ["dialogsheet"] = RefusalReason.Macros,
        ["attachedtoolbars"] = RefusalReason.Macros,
        ["keymapcustomizations"] = RefusalReason.Macros,
        ["extensibility"] = RefusalReason.ActiveControl,
        ["usercustomization"] = RefusalReason.ActiveControl,
        ["control"] = RefusalReason.ActiveControl,
        ["activexcontrolbinary"] = RefusalReason.ActiveControl,
        ["webextension"] = RefusalReason.ActiveControl,
        ["webextensiontaskpanes"] = RefusalReason.ActiveControl,
        ["afchunk"] = RefusalReason.EmbeddedFile,
        ["connections"] = RefusalReason.ExternalContent,
    };

    readonly Dictionary<string, IReadOnlyDictionary<string, Relation>> _bySource = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> _documents = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Parts to be written anew.</summary>
    public Dictionary<string, Action<Stream, Stream>> Changes { get; } = [];

    public IReadOnlyDictionary<string, Relation> Of(string part) => _bySource.GetValueOrDefault(part) ?? new Dictionary<string, Relation>();

    /// <summary>Whether some part refers to this one as a document of its own.</summary>
    public bool IsDocument(string part) => _documents.Contains(part);

    /// <summary>Of templates and pictures that lie elsewhere: the document loses them, and is whole without.</summary>
    public static bool IsRemoved(Relation relation) => relation is { IsOutside: true, Kind: "attachedtemplate" or "image" };

    public void Add(ZipEntry part, Unpacking unpacking)
    {
        var relations = new Relations();
        Package.Read(part, unpacking, relations);
        var source = Relations.Source(part.Name);
        var byId = new Dictionary<string, Relation>();
        foreach (var relation in relations.All)
        {
            Check(relation, source);
            if (!byId.TryAdd(relation.Id, relation))
                throw RefusedFileException.BrokenDocument("what it refers to");
        }

        _bySource[Uri.UnescapeDataString(source)] = byId;
        if (byId.Values.Any(x => IsRemoved(x) || x is { IsOutside: true, IsWorkbookPath: true }))
            Changes[part.Name] = (content, output) =>
                MarkupCopy.Write(content, output, x => IsIn(x, byId, IsRemoved), (x, y) => Kept(x, byId));
    }

    void Check(Relation relation, string source)
    {
        if (Refused.TryGetValue(relation.Kind, out var reason))
            throw new RefusedFileException(reason);
        if (!relation.IsOutside)
        {
            if (relation.Kind == "oleobject")
                throw new RefusedFileException(RefusalReason.EmbeddedFile);
            if (relation.Kind == "package")
                _documents.Add(Relations.Resolve(source, relation.Target));
        }
        else if (relation.IsLink)
        {
            if (!Address.IsClickable(relation.Target))
                throw new RefusedFileException(RefusalReason.UnsafeLink);
        }
        else if (!IsRemoved(relation) && !relation.IsWorkbookPath)
        {
            throw new RefusedFileException(RefusalReason.ExternalContent);
        }
    }

    static bool IsIn(XmlReader element, Dictionary<string, Relation> byId, Func<Relation, bool> holds) =>
        element.LocalName == "Relationship" && byId.TryGetValue(element.GetAttribute("Id") ?? "", out var relation) && holds(relation);

    static string? Kept(XmlReader attribute, Dictionary<string, Relation> byId)
    {
        var (name, value) = (attribute.LocalName, attribute.Value);
        attribute.MoveToElement();
        var isPath = IsIn(attribute, byId, x => x is { IsOutside: true, IsWorkbookPath: true });
        var isLinkPath = isPath && attribute.GetAttribute("Type")?.EndsWith("/externalLinkPath",
            StringComparison.OrdinalIgnoreCase) == true;
        attribute.MoveToAttribute(name);
        return (isPath, name) switch
        {
            (true, "Target") => "removed.xlsx",
            (true, "Type") when isLinkPath => Missing,
            _ => value,
        };
    }
}
