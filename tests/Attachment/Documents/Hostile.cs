using System.Globalization;
using System.Text;

namespace Helpdesk.Attachment.Tests.Documents;

/// <summary>Makes hostile documents of many kinds: each thing that acts, at each place and in each spelling.</summary>
static class Hostile
{
    const string Rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A part of relations with one in it.</summary>
    public static string Relation(string kind, string target, string mode = "TargetMode=\"External\"", string id = "rId9") =>
        $"<Relationships xmlns=\"{Rels}\"><Relationship Id=\"{id}\" Type=\"{Office}/{kind}\" Target=\"{target}\" {mode}/></Relationships>";

    /// <summary>A field as Word writes it, its code split after every so many signs.</summary>
    public static string Field(string code, int pieces = 1000, string between = "")
    {
        var runs = new StringBuilder(Run("<w:fldChar w:fldCharType=\"begin\"/>"));
        for (var at = 0; at < code.Length; at += pieces)
        {
            var piece = Escaped(code[at..Math.Min(code.Length, at + pieces)]);
            runs.Append(Run($"<w:instrText xml:space=\"preserve\">{piece}</w:instrText>")).Append(between);
        }

        foreach (var rest in new[] { "<w:fldChar w:fldCharType=\"separate\"/>", "<w:t>shown</w:t>", "<w:fldChar w:fldCharType=\"end\"/>" })
            runs.Append(Run(rest));
        return $"<w:p>{runs}</w:p>";
    }

    public static string Run(string content) => $"<w:r>{content}</w:r>";

    public static string Simple(string code) =>
        $"<w:p><w:fldSimple w:instr=\"{Escaped(code)}\"><w:r><w:t>shown</w:t></w:r></w:fldSimple></w:p>";

    public static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;",
        StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    /// <summary>Every sign as a character reference.</summary>
    public static string Referenced(string text) => string.Concat(text.Select(x => $"&#{(int)x};"));

    /// <summary>A Word document with this body in its main part.</summary>
    public static byte[] WithBody(string body, params (string, string)[] more) => Pack.DocxWith(Pack.Document(body), more);

    /// <summary>One with these contents in another part of it.</summary>
    public static byte[] WithPart(string part, string root, string content) =>
        Pack.Docx(($"word/{part}.xml", $"<w:{root} xmlns:w=\"{Pack.WordSpace}\" {Pack.Spaces}>{content}</w:{root}>"));

    /// <summary>A sheet with these cells.</summary>
    public static string Sheet(string cells) =>
        $"<worksheet xmlns=\"{Pack.ExcelSpace}\"><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>";

    public static string Cell(string formula) => $"<c r=\"A1\"><f>{Escaped(formula)}</f><v>1</v></c>";

    /// <summary>A name of a PDF with every second sign escaped.</summary>
    public static string Escapes(string name) => string.Concat(name.Select((x, i) => i % 2 == 0
        ? $"#{((int)x).ToString(i % 4 == 0 ? "x2" : "X2", CultureInfo.InvariantCulture)}" : x.ToString()));

    /// <summary>An object stream, its objects listed as they should be.</summary>
    public static string ObjectStream(string more, params (int Number, string Content)[] objects) =>
        Pack.Stream(5, $"/Type /ObjStm /N {objects.Length} /First {First(objects)} {more}", List(objects), pack: true);

    public static string List((int Number, string Content)[] objects)
    {
        var (places, contents) = (new StringBuilder(), new StringBuilder());
        foreach (var (number, content) in objects)
        {
            places.Append(CultureInfo.InvariantCulture, $"{number} {contents.Length} ");
            contents.Append(content).Append('\n');
        }

        return $"{places}{contents}";
    }

    public static int First((int Number, string Content)[] objects) => List(objects).Length - objects.Sum(x => x.Content.Length + 1);
}
