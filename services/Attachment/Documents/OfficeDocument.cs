using System.Xml;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// Word and Excel documents (ECMA-376): parts of known kinds, none of which starts or fetches anything. What is stored
/// no longer refers to templates, images and workbooks elsewhere.
/// </summary>
sealed class OfficeDocument(IReadOnlyList<ZipEntry> parts, Unpacking unpacking, int within)
{
    const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    readonly KnownFields _fields = new();
    readonly OfficeRelationships _relationships = new();
    readonly Dictionary<string, Action<Stream, Stream>> _changes = [];
    ContentTypes _types = new();

    public (string Type, Dictionary<string, Action<Stream, Stream>> Changes) Check()
    {
        _types = ReadTypes();
        OfficeParts.RefusePrograms(parts.Select(x => x.Name));
        foreach (var part in parts.Where(x => Relationships.Are(x.Name)))
            _relationships.Add(part, unpacking);
        foreach (var part in parts.Where(x => !Relationships.Are(x.Name) && x.Name != ContentTypes.Part))
            CheckPart(part);
        _fields.End();
        foreach (var (part, change) in _relationships.Changes)
            _changes[part] = change;
        return (MainType(), _changes);
    }

    ContentTypes ReadTypes()
    {
        var types = new ContentTypes();
        try
        {
            Package.Read(parts.First(x => x.Name == ContentTypes.Part), unpacking, types);
        }
        catch (RefusedFileException refused) when (refused.Reason == FileRefusalReason.DamagedDocument)
        {
            // Some other archive that has a file of that name.
            throw RefusedFileException.UnsupportedKind();
        }

        return types;
    }

    string MainType()
    {
        var main = new[] { Word, Excel }.SelectMany(x => _types.PartsOf(x), (_, x) => x).Where(x =>
            parts.Any(y => y.Name.Equals(x, StringComparison.OrdinalIgnoreCase)));
        return main.ToList() is [var one] ? _types.Of(one) == Word ? CheckDocument.Docx : CheckDocument.Xlsx
            : throw RefusedFileException.UnsupportedKind();
    }

    void CheckPart(ZipEntry part)
    {
        var type = _types.Of(part.Name) is { Length: > 0 } said ? said : OfficeParts.TypeOfExtension(part.Name);
        if (_relationships.IsDocument(part.Name) || OfficeParts.IsDocument(type))
            CheckWithin(part);
        else if (OfficeParts.IsMarkup(type))
            CheckMarkup(part);
        else if (type == OfficeParts.Drawing)
            Package.Read(part, unpacking, new DrawingRules());
        else
            OfficeParts.CheckBinary(type, unpacking.Beginning(part));
    }

    void CheckWithin(ZipEntry part)
    {
        var file = unpacking.Bytes(part);
        if (!ZipDirectory.Begins(file))
            throw new RefusedFileException(CompoundFile.Begins(file) ? CompoundFile.Reason(file) : FileRefusalReason.EmbeddedFile);
        var document = Package.Check(file, unpacking, within + 1);
        if (document.Bytes.Length != file.Length || !document.Bytes.Span.SequenceEqual(file))
            _changes[part.Name] = (_, output) => output.Write(document.Bytes.Span);
    }

    void CheckMarkup(ZipEntry part)
    {
        var relationships = _relationships.Of(part.Name);
        var rules = new OfficeRules(_fields, relationships);
        Package.Read(part, unpacking, rules);
        rules.End();
        if (rules.NamesImagesElsewhere || relationships.Values.Any(OfficeRelationships.IsRemoved))
            _changes[part.Name] = (content, output) =>
                MarkupCopy.Write(content, output, x => IsTemplate(x), (x, y) => Kept(x, y, relationships));
    }

    static bool IsTemplate(XmlReader element) => element.LocalName == "attachedTemplate";

    /// <summary>What is left of an attribute: nothing when it leads to what was removed.</summary>
    static string? Kept(XmlReader attribute, XmlQualifiedName element, IReadOnlyDictionary<string, Relationship> relationships)
    {
        var isGone = OfficeRules.IsRelationship(attribute) && relationships.TryGetValue(attribute.Value, out var relationship)
            && OfficeRelationships.IsRemoved(relationship);
        return isGone || OfficeRules.IsImageElsewhere(attribute, element.Name) ? null : attribute.Value;
    }
}
