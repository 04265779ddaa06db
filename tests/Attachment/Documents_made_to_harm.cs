using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Helpdesk.Attachment.Documents;
using Helpdesk.Attachment.Tests.Documents;
using Helpdesk.Attachment.Uploading;
using static Helpdesk.Attachment.Tests.Documents.Checking;

namespace Helpdesk.Attachment.Tests;

public sealed class Documents_made_to_harm
{
    const int Million = 1_000_000;

    public static TheoryData<string, byte[]> Large() => new()
    {
        { "names", Word(string.Concat(Enumerable.Range(0, 200_000).Select(x => $"<a{x}/>"))) },
        { "depth", Word(new StringBuilder().Insert(0, "<b>", Million).ToString()) },
        { "one attribute", Word($"<b a=\"{new string('x', 10 * Million)}\"/>") },
        { "one text", Word(new string('x', 10 * Million)) },
        { "nested fields", Word(new StringBuilder().Insert(0, "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", 100_000).ToString()) },
        { "a long code", Word(Hostile.Field("PAGE " + new string('x', Million), 1000)) },
        { "a long formula", Pack.Xlsx(("xl/worksheets/sheet2.xml",
            Hostile.Sheet(Hostile.Cell(new StringBuilder().Insert(0, "a.", Million).Append('(').ToString())))) },
        { "relations", Pack.Docx(("word/_rels/document.xml.rels",
            $"<R>{string.Concat(Enumerable.Range(0, 100_000).Select(Image))}</R>")) },
        { "parts", Pack.Docx([.. Enumerable.Range(0, 2_100).Select(x => ($"word/a{x}.xml", "<a/>"))]) },
        { "packed objects", Pack.Pdf(Pack.Stream(5, "/Type /ObjStm /N 0 /First 0", new string(' ', 40 * Million), pack: true)) },
        { "actions in a circle", Pack.Pdf("3 0 obj << /OpenAction 4 0 R >> endobj 4 0 obj << /S /GoTo /Next [4 0 R 4 0 R] >> endobj\n") },
        { "streams without end", Pack.Pdf(new StringBuilder().Insert(0, "stream\n", 300_000).ToString()) },
        { "texts without end", Pack.Pdf(new StringBuilder().Insert(0, "1 0 obj (", 100_000).ToString()) },
    };

    [Theory, MemberData(nameof(Large))]
    public void G16_are_refused_before_they_cost_much(string what, byte[] file)
    {
        var (before, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        Assert.True(Refused(file) == "document-too-large", what);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_500L * Million);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task G16_a_pdf_that_leads_the_parser_too_deep_does_not_end_the_service()
    {
        using var process = new PdfProcess();
        var pages = string.Concat(Enumerable.Range(2, 40_000).Select(x => $"{x} 0 obj <</Type/Pages/Kids[{x + 1} 0 R]/Count 1>>endobj\n"));
        await process.JudgeAsync(Pack.Pdf(pages));
        Assert.Equal(Pack.Pdf(), (await process.CheckAsync(Pack.Pdf(), TestContext.Current.CancellationToken)).Bytes.ToArray());
    }

    public static TheoryData<string, byte[]> Whole() => new()
    {
        { "fields", Plain(Hostile.WithBody(Hostile.Field("PAGE \\* MERGEFORMAT", 4))) },
        { "links", Plain(Pack.Docx(("word/_rels/document.xml.rels", Hostile.Relation("hyperlink", "https://example.org")))) },
        { "formulas", Plain(Pack.Xlsx(("xl/worksheets/sheet2.xml", Hostile.Sheet(Hostile.Cell("SUM(A1:A2)"))))) },
        { "OpenDocument", Plain(Pack.OdtWith(Pack.OdtContent("<text:a xlink:href=\"https://example.org\">x</text:a>"))) },
        { "pdf", Pack.Pdf("3 0 obj << /A << /S /URI /URI (https://example.org) >> >> endobj\n"
            + Pack.Stream(5, "/Type /ObjStm /N 1 /First 4", "9 0 << /OpenAction [2 0 R /Fit] >>", pack: false)) },
    };

    [Theory, MemberData(nameof(Whole))]
    public void G16_one_wrong_byte_anywhere_never_does_more_than_refuse(string kind, byte[] file)
    {
        Assert.NotEmpty(kind);
        foreach (var value in "\0<\"/\u00FF"u8.ToArray())
        {
            for (var at = 0; at < file.Length; at++)
            {
                var wrong = (byte[])file.Clone();
                wrong[at] = value;
                Judged(wrong);
            }
        }
    }

    [Fact]
    public void G16_pieces_of_bad_documents_in_any_order_never_do_more_than_refuse()
    {
        var random = new Random(16);
        string[] pieces =
        [
            "1 0 obj", "<<", ">>", "[", "]", "(", ")", "/S", "/JavaScript", "/OpenAction", "/AA", "/A", " 1 0 R ", "stream\n",
                "endstream", "endobj\n", "trailer", "/Encrypt",
            "/Type/ObjStm", "/N 1", "/First 4", "/Filter", "/FlateDecode", "#", "%", "<41>", "\\", " 9 ", "xref", "/EF", "/F", "/Next",
                "/URI",
        ];
        for (var i = 0; i < 2_000; i++)
            Judged(Pack.Pdf(string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]))));
    }

    /// <summary>Not packed, so that a wrong byte comes to what is read.</summary>
    static byte[] Plain(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var plain = new MemoryStream();
        using (var output = new ZipArchive(plain, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in zip.Entries)
            {
                using var from = entry.Open();
                using var to = output.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                from.CopyTo(to);
            }
        }

        return plain.ToArray();
    }

    static string Image(int number) => $"<Relationship Id=\"r{number}\" Type=\"x/image\" Target=\"x\"/>";

    static byte[] Word(string body) => Hostile.WithBody(body);
}
