using System.IO.Compression;
using System.Text;

namespace Helpdesk.Attachment.Tests.Documents;

/// <summary>Packs documents, good ones and bad ones.</summary>
static class Pack
{
    const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static byte[] Docx(params (string Name, string Content)[] more) => Zip([("[Content_Types].xml", Types("/word/document.xml", Word)), ("_rels/.rels", "<Relationships/>"), ("word/document.xml", "<w:document>Hola</w:document>"), .. more]);

    public static byte[] DocxOfType(string type) => Zip([("[Content_Types].xml", Types("/word/document.xml", type)), ("word/document.xml", "<w:document/>")]);

    public static byte[] Xlsx(params (string Name, string Content)[] more) => Zip([("[Content_Types].xml", Types("/xl/workbook.xml", Excel)), ("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", "<worksheet/>"), .. more]);

    public static byte[] Odt(params (string Name, string Content)[] more) =>
        Zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<office:document-content/>"), ("Configurations2/images/Bitmaps/", ""), ("META-INF/manifest.xml", "<manifest:manifest/>"), .. more]);

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    public static byte[] Pdf(string objects = "") => Encoding.Latin1.GetBytes(
        $"%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n{objects}xref\n0 3\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n110\n%%EOF\n");

    /// <summary>An object stream in which these objects lie packed.</summary>
    public static string PackedObjects(string objects)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(Encoding.Latin1.GetBytes(objects));
        return $"5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream\nendobj\n";
    }

    static string Types(string part, string type) => $"<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"{part}\" ContentType=\"{type}\"/></Types>";
}
