using System.Xml;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>What the parts of an Office document refer to, inside and outside of it.</summary>
sealed class OfficeRelationships
{
    // Excel's own type for a workbook that it cannot find: formulas keep their last values.
    const string Missing = "http://schemas.microsoft.com/office/2006/relationships/xlExternalLinkPath/xlPathMissing";

    static readonly Dictionary<string, FileRefusalReason> Refused = new()
    {
        ["vbaproject"] = FileRefusalReason.Macros,
        ["wordvbadata"] = FileRefusalReason.Macros,
        ["xlmacrosheet"] = FileRefusalReason.Macros,
        ["xlintlmacrosheet"] = FileRefusalReason.Macros,
        ["dialogsheet"] = FileRefusalReason.Macros,
        ["attachedtoolbars"] = FileRefusalReason.Macros,
        ["keymapcustomizations"] = FileRefusalReason.Macros,
        ["extensibility"] = FileRefusalReason.ActiveControl,
        ["usercustomization"] = FileRefusalReason.ActiveControl,
        ["control"] = FileRefusalReason.ActiveControl,
        ["activexcontrolbinary"] = FileRefusalReason.ActiveControl,
        ["webextension"] = FileRefusalReason.ActiveControl,
        ["webextensiontaskpanes"] = FileRefusalReason.ActiveControl,
        ["afchunk"] = FileRefusalReason.EmbeddedFile,
        ["connections"] = FileRefusalReason.ExternalContent,
    };

    readonly Dictionary<string, IReadOnlyDictionary<string, Relationship>> _bySource = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> _documents = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Parts to be rewritten.</summary>
    public Dictionary<string, Action<Stream, Stream>> Changes { get; } = [];

    public IReadOnlyDictionary<string, Relationship> Of(string part) =>
        _bySource.GetValueOrDefault(part) ?? new Dictionary<string, Relationship>();

    /// <summary>Whether some part refers to this one as a document of its own.</summary>
    public bool IsDocument(string part) => _documents.Contains(part);

    /// <summary>Templates and images elsewhere: the document loses them, and is whole without.</summary>
    public static bool IsRemoved(Relationship relationship) => relationship is { IsOutside: true, Kind: "attachedtemplate" or "image" };

    public void Add(ZipEntry part, Unpacking unpacking)
    {
        var relationships = new Relationships();
        Package.Read(part, unpacking, relationships);
        var source = Relationships.Source(part.Name);
        var byId = new Dictionary<string, Relationship>();
        foreach (var relationship in relationships.All)
        {
            Check(relationship, source);
            if (!byId.TryAdd(relationship.Id, relationship))
                throw RefusedFileException.DamagedDocument("what it refers to");
        }

        _bySource[Uri.UnescapeDataString(source)] = byId;
        if (byId.Values.Any(x => IsRemoved(x) || x is { IsOutside: true, IsWorkbookPath: true }))
            Changes[part.Name] = (content, output) =>
                MarkupCopy.Write(content, output, x => IsIn(x, byId, IsRemoved), (x, y) => Kept(x, byId));
    }

    void Check(Relationship relationship, string source)
    {
        if (Refused.TryGetValue(relationship.Kind, out var reason))
            throw new RefusedFileException(reason);
        if (!relationship.IsOutside)
        {
            if (relationship.Kind == "oleobject")
                throw new RefusedFileException(FileRefusalReason.EmbeddedFile);
            if (relationship.Kind == "package")
                _documents.Add(Relationships.Resolve(source, relationship.Target));
        }
        else if (relationship.IsLink)
        {
            if (!Address.IsClickable(relationship.Target))
                throw new RefusedFileException(FileRefusalReason.UnsafeLink);
        }
        else if (!IsRemoved(relationship) && !relationship.IsWorkbookPath)
        {
            throw new RefusedFileException(FileRefusalReason.ExternalContent);
        }
    }

    static bool IsIn(XmlReader element, Dictionary<string, Relationship> byId, Func<Relationship, bool> holds) =>
        element.LocalName == "Relationship"
        && byId.TryGetValue(element.GetAttribute("Id") ?? "", out var relationship) && holds(relationship);

    static string? Kept(XmlReader attribute, Dictionary<string, Relationship> byId)
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
