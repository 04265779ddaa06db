using System.Text;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>OpenDocument text (ISO 26300): parts of known kinds, none of which starts or fetches anything.</summary>
sealed class OpenDocument(IReadOnlyList<ZipEntry> parts, Unpacking unpacking)
{
    static readonly string[] Programs = ["/basic/", "/scripts/", "/dialogs/", "/database/", "/versions/"];
    static readonly string[] Images = ["Pictures/", "Thumbnails/", "ObjectReplacements/", "Fonts/", "Configurations2/", "media/"];
    static readonly byte[][] Foreign = [[0xD0, 0xCF, 0x11, 0xE0], "MZ"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), "\u007fELF"u8.ToArray()];

    public (string Type, Dictionary<string, Action<Stream, Stream>> Changes) Check()
    {
        if (parts[0] is not { Name: "mimetype", IsDeflated: false }
            || Encoding.ASCII.GetString(unpacking.Bytes(parts[0])) != CheckDocument.Odt)
            throw RefusedFileException.UnsupportedKind();
        if (!Has("content.xml") || !Has("META-INF/manifest.xml"))
            throw RefusedFileException.UnsupportedKind();
        if (parts.Any(x => Programs.Any(y => ("/" + x.Name).Contains(y, StringComparison.OrdinalIgnoreCase))))
            throw new RefusedFileException(FileRefusalReason.Macros);
        // First the manifest, which says whether the others are encrypted.
        Package.Read(parts.First(x => x.Name == "META-INF/manifest.xml"), unpacking, new ManifestRules());
        var changes = new Dictionary<string, Action<Stream, Stream>>();
        foreach (var part in parts.Skip(1).Where(x => x.Name != "META-INF/manifest.xml"))
            CheckPart(part, changes);
        return (CheckDocument.Odt, changes);
    }

    bool Has(string name) => parts.Any(x => x.Name == name);

    void CheckPart(ZipEntry part, Dictionary<string, Action<Stream, Stream>> changes)
    {
        if (part.Name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
        {
            Package.Read(part, unpacking, new DrawingRules());
        }
        else if (part.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || part.Name.EndsWith(".rdf", StringComparison.OrdinalIgnoreCase))
        {
            var rules = new OpenDocumentRules();
            Package.Read(part, unpacking, rules);
            if (rules.HasImagesElsewhere)
                changes[part.Name] = (content, output) =>
                    MarkupCopy.Write(content, output, OpenDocumentRules.IsTemplate, OpenDocumentRules.Kept);
        }
        else
        {
            CheckBinary(part, unpacking.Beginning(part));
        }
    }

    static void CheckBinary(ZipEntry part, byte[] content)
    {
        var isKnown = part.Name.EndsWith('/') || part.Name is "layout-cache"
            || Images.Any(x => part.Name.StartsWith(x, StringComparison.Ordinal));
        if (!isKnown || Foreign.Any(x => content.AsSpan().StartsWith(x)))
            throw new RefusedFileException(FileRefusalReason.EmbeddedFile);
    }
}
