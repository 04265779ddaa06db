using System.IO.Compression;
using System.Text;

namespace Helpdesk.Attachment.Tests.Documents;

/// <summary>Packs documents, good ones and bad ones.</summary>
static class Pack
{
    public const string WordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string ExcelSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Spaces = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        + "xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
    const string OdtSpaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        + "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
        + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        + "xmlns:script=\"urn:oasis:names:tc:opendocument:xmlns:script:1.0\" xmlns:form=\"urn:oasis:names:tc:opendocument:xmlns:form:1.0\" "
        + "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        + "xmlns:xforms=\"http://www.w3.org/2002/xforms\"";

    const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static byte[] Docx(params (string Name, string Content)[] more) =>
        DocxWith(Document("<w:p><w:r><w:t>Hola</w:t></w:r></w:p>"), more);

    public static byte[] DocxWith(string document, params (string Name, string Content)[] more) =>
        Zip([("[Content_Types].xml", Types("/word/document.xml", Word)), ("_rels/.rels", "<Relationships/>"),
            ("word/document.xml", document), .. more]);

    public static byte[] DocxOfType(string type) =>
        Zip([("[Content_Types].xml", Types("/word/document.xml", type)), ("word/document.xml", Document(""))]);

    public static byte[] Xlsx(params (string Name, string Content)[] more) => Zip(
    [
        ("[Content_Types].xml", Types("/xl/workbook.xml", Excel)), ("xl/workbook.xml", "<workbook/>"),
        ("xl/worksheets/sheet1.xml", "<worksheet/>"), .. more,
    ]);

    public static byte[] Odt(params (string Name, string Content)[] more) => OdtWith(OdtContent(""), more);

    public static byte[] OdtWith(string content, params (string Name, string Content)[] more) =>
        Zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content), ("Configurations2/images/Bitmaps/", ""),
            ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"),
            .. more]);

    /// <summary>The main part of a Word document.</summary>
    public static string Document(string body) => $"<w:document xmlns:w=\"{WordSpace}\" {Spaces}><w:body>{body}</w:body></w:document>";

    /// <summary>The main part of an OpenDocument text.</summary>
    public static string OdtContent(string body) =>
        $"<office:document-content {OdtSpaces}><office:body><office:text>{body}</office:text></office:body></office:document-content>";

    public static byte[] Zip(params (string Name, string Content)[] parts) =>
        ZipOf([.. parts.Select(x => (x.Name, Encoding.UTF8.GetBytes(x.Content)))]);

    public static byte[] ZipOf(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var level = name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal;
                using var part = zip.CreateEntry(name, level).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    public static byte[] Pdf(string objects = "") => Encoding.Latin1.GetBytes(
        "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        + "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
        + $"{objects}xref\n0 3\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n110\n%%EOF\n");

    /// <summary>An object stream in which these objects lie packed.</summary>
    public static string PackedObjects(string objects) => Stream(5, "/Type /ObjStm /N 1 /First 4", "9 0 " + objects, pack: true);

    /// <summary>A stream, with these entries in its dictionary.</summary>
    public static string Stream(int number, string entries, string content, bool pack)
    {
        var data = pack ? Deflated(content) : Encoding.Latin1.GetBytes(content);
        var filter = pack ? "/Filter /FlateDecode " : "";
        return $"{number} 0 obj\n<< {entries} {filter}/Length {data.Length} >>\nstream\n"
            + $"{Encoding.Latin1.GetString(data)}\nendstream\nendobj\n";
    }

    static byte[] Deflated(string content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(Encoding.Latin1.GetBytes(content));
        return packed.ToArray();
    }

    /// <summary>The types of a Word document that has parts of another kind.</summary>
    public static string TypesWith(string ending, string type) =>
        Types("/word/document.xml", Word).Replace("<Default ", $"<Default Extension=\"{ending}\" ContentType=\"{type}\"/><Default ",
            StringComparison.Ordinal);

    static string Types(string part, string type) =>
        "<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + $"<Override PartName=\"{part}\" ContentType=\"{type}\"/></Types>";
}
