using System.IO.Compression;
using System.Xml;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Checks;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>A document in a ZIP: Office (ECMA-376), or OpenDocument text (ISO 26300).</summary>
static class Package
{
    // A chart embeds the sheet that it is drawn from, and that one may have charts.
    const int MaxWithin = 2;

    static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static CheckedFile Check(ReadOnlyMemory<byte> file) => Check(file, new Unpacking(), 0);

    /// <summary>Checks a document, or one that lies within another.</summary>
    public static CheckedFile Check(ReadOnlyMemory<byte> file, Unpacking unpacking, int within)
    {
        if (within > MaxWithin)
            throw new RefusedFileException(FileRefusalReason.EmbeddedFile);
        var parts = ZipDirectory.Read(file);
        var isOffice = parts.Any(x => x.Name == ContentTypes.Part);
        var (type, changes) = isOffice ? new OfficeDocument(parts, unpacking, within).Check() : new OpenDocument(parts, unpacking).Check();
        return new(type, changes.Count > 0 ? Write(parts, changes) : file);
    }

    /// <summary>Reads a part as XML by the rules.</summary>
    public static void Read(ZipEntry part, Unpacking unpacking, IMarkupRules rules)
    {
        using var content = unpacking.Open(part, isMarkup: true);
        Markup.Read(content, rules);
    }

    /// <summary>The document with some of its parts rewritten; the others, and the order of all, stay.</summary>
    static ReadOnlyMemory<byte> Write(IReadOnlyList<ZipEntry> parts, Dictionary<string, Action<Stream, Stream>> changes)
    {
        var unpacking = new Unpacking();
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                var entry = zip.CreateEntry(part.Name, part.IsDeflated ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
                entry.LastWriteTime = Timeless;
                using var content = unpacking.Open(part, isMarkup: changes.ContainsKey(part.Name));
                using var output = entry.Open();
                if (changes.TryGetValue(part.Name, out var change))
                    Change(change, content, output);
                else
                    content.CopyTo(output);
            }
        }

        return file.GetBuffer().AsMemory(0, (int)file.Length);
    }

    static void Change(Action<Stream, Stream> change, Stream content, Stream output)
    {
        try
        {
            change(content, output);
        }
        catch (Exception exception) when (exception is XmlException or InvalidOperationException or ArgumentException)
        {
            throw RefusedFileException.DamagedDocument("a part of it cannot be written without its links");
        }
    }
}
