using System.Text;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>Word and Excel documents (ECMA-376) and OpenDocument text (ISO 26300): the right parts, and none that acts by itself.</summary>
static class OfficeDocument
{
    const string Types = "[Content_Types].xml";

    // Parts in which programs live, whatever the document says that it is.
    static readonly string[] Programs = ["/vbaproject", "/vbadata", "/macrosheets/", "/dialogsheets/", "/activex/", "/customui/", "/basic/", "/scripts/"];

    public static string Check(IReadOnlyList<ZipEntry> parts)
    {
        var unpacking = new Unpacking();
        var types = Content(parts, Types, unpacking);
        var type = types is not null ? OfOffice(parts, types) : OfOpenDocument(parts, unpacking);
        foreach (var part in parts)
        {
            var name = "/" + part.Name.ToLowerInvariant();
            if (Programs.Any(name.Contains))
                throw RefusedFileException.Active("macros");
            if (name.Contains("/embeddings/", StringComparison.Ordinal) && name.EndsWith(".bin", StringComparison.Ordinal))
                throw RefusedFileException.Active("another file inside");
            var relations = name.EndsWith(".rels", StringComparison.Ordinal);
            var content = unpacking.Part(part, relations ? int.MaxValue : 0);
            if (relations && Relations.NameTemplateElsewhere(content))
                throw RefusedFileException.Active("a template that lies elsewhere");
        }

        return type;
    }

    static string OfOffice(IReadOnlyList<ZipEntry> parts, string types)
    {
        if (types.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || types.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
            throw RefusedFileException.Active("macros");
        if (types.Contains("wordprocessingml.document.main+xml", StringComparison.Ordinal) && Has(parts, "word/document.xml"))
            return CheckDocument.Docx;
        if (types.Contains("spreadsheetml.sheet.main+xml", StringComparison.Ordinal) && Has(parts, "xl/workbook.xml"))
            return CheckDocument.Xlsx;
        throw RefusedFileException.OtherKind();
    }

    static string OfOpenDocument(IReadOnlyList<ZipEntry> parts, Unpacking unpacking)
    {
        var isText = parts[0] is { Name: "mimetype", IsDeflated: false } && Content(parts, "mimetype", unpacking) == CheckDocument.Odt;
        return isText && Has(parts, "content.xml") && Has(parts, "META-INF/manifest.xml") ? CheckDocument.Odt : throw RefusedFileException.OtherKind();
    }

    static bool Has(IReadOnlyList<ZipEntry> parts, string name) => parts.Any(x => x.Name == name);

    static string? Content(IReadOnlyList<ZipEntry> parts, string name, Unpacking unpacking) =>
        parts.FirstOrDefault(x => x.Name == name) is { } part ? Encoding.UTF8.GetString(unpacking.Part(part, int.MaxValue)) : null;
}
