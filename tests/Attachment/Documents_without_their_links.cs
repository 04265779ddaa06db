using System.IO.Compression;
using Helpdesk.Attachment.Documents;
using Helpdesk.Attachment.Tests.Documents;
using static Helpdesk.Attachment.Tests.Documents.Checking;

namespace Helpdesk.Attachment.Tests;

public sealed class Documents_without_their_links
{
    const string Evil = "evil.example";

    public static TheoryData<string, byte[], string> Linked() => new()
    {
        {
            "a template", Pack.Docx(("word/settings.xml",
                $"<w:settings xmlns:w=\"{Pack.WordSpace}\" {Pack.Spaces}><w:zoom/><w:attachedTemplate r:id=\"rId9\"/></w:settings>"),
                ("word/_rels/settings.xml.rels", Hostile.Relation("attachedTemplate", "http://evil.example/x.dotm"))), "word/settings.xml"
        },
        {
            "a template in other signs", Pack.Docx(("word/settings.xml",
                $"<w:settings xmlns:w=\"{Pack.WordSpace}\" {Pack.Spaces}><w:attachedTemplate r:id=\"rId9\"/></w:settings>"),
                ("word/_rels/settings.xml.rels", Hostile.Relation("attached&#84;emplate", "\\\\evil.example\\x.dotm",
                    "TargetMode='E&#120;ternal'"))), "word/settings.xml"
        },
        { "an image", Hostile.WithBody("<a:blip r:link=\"rId9\"/><w:t>stays</w:t>",
            ("word/_rels/document.xml.rels", Hostile.Relation("image", "http://evil.example/x.png"))), "word/document.xml" },
        { "an image without its mode", Hostile.WithBody("<a:blip r:link=\"rId9\"/>",
            ("word/_rels/document.xml.rels", Hostile.Relation("image", "http://evil.example/x.png", ""))), "word/document.xml" },
        { "an old image", Hostile.WithBody("<w:pict><v:shape><v:imagedata r:id=\"rId9\" o:title=\"x\"/></v:shape></w:pict>",
            ("word/_rels/document.xml.rels", Hostile.Relation("image", "file://evil.example/x"))), "word/document.xml" },
        { "an address of an old image", Hostile.WithBody(
            "<w:pict><v:shape><v:imagedata src=\"http://evil.example/x\" o:href=\"http://evil.example/x\"/>"
            + "<v:fill src=\"//evil.example/x\"/></v:shape></w:pict>"), "word/document.xml" },
        {
            "a workbook", Pack.Xlsx(("xl/externalLinks/externalLink1.xml",
                $"<externalLink xmlns=\"{Pack.ExcelSpace}\" {Pack.Spaces}><externalBook r:id=\"rId9\"/></externalLink>"),
                ("xl/externalLinks/_rels/externalLink1.xml.rels",
                    Hostile.Relation("externalLinkPath", "file:///\\\\evil.example\\x.xlsx"))), "xl/externalLinks/externalLink1.xml"
        },
        { "an OpenDocument image",
            Pack.OdtWith(Pack.OdtContent("<draw:frame><draw:image xlink:href=\"http://evil.example/x.png\"/></draw:frame>")),
            "content.xml" },
        { "an OpenDocument template", Pack.Odt(("meta.xml",
            Pack.OdtContent("<meta:template xlink:href=\"file:///evil.example/x.ott\"/>"))), "meta.xml" },
    };

    [Theory, MemberData(nameof(Linked))]
    public void G16_are_accepted_and_no_longer_say_where_they_led(string what, byte[] file, string part)
    {
        Assert.NotEmpty(what);
        var kept = Accepted(file);
        using var zip = new ZipArchive(new MemoryStream(kept));
        using var before = new ZipArchive(new MemoryStream(file));
        Assert.Equal(before.Entries.Select(x => x.FullName), zip.Entries.Select(x => x.FullName));
        Assert.All(zip.Entries, x => Assert.DoesNotContain(Evil, Part(kept, x.FullName), StringComparison.Ordinal));
        Assert.NotEmpty(Part(kept, part));
        // What is kept is a document of the same kind, and nothing is left to be removed.
        Assert.Equal(CheckDocument.Check(file, null).ContentType, CheckDocument.Check(kept, null).ContentType);
        AcceptedAsItIs(kept);
    }

    [Fact]
    public void G16_nothing_refers_to_what_is_gone()
    {
        var template = Accepted(Linked().ElementAt(0).Data.Item2);
        Assert.DoesNotContain("attachedTemplate", Part(template, "word/settings.xml"), StringComparison.Ordinal);
        Assert.Contains("zoom", Part(template, "word/settings.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("rId9", Part(template, "word/_rels/settings.xml.rels"), StringComparison.Ordinal);
        var image = Accepted(Linked().ElementAt(2).Data.Item2);
        Assert.DoesNotContain("rId9", Part(image, "word/document.xml"), StringComparison.Ordinal);
        Assert.Contains("stays", Part(image, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void G16_a_workbook_keeps_its_reference_to_one_that_is_missing()
    {
        var kept = Accepted(Linked().ElementAt(6).Data.Item2);
        Assert.Contains("rId9", Part(kept, "xl/externalLinks/externalLink1.xml"), StringComparison.Ordinal);
        Assert.Contains("xlPathMissing", Part(kept, "xl/externalLinks/_rels/externalLink1.xml.rels"), StringComparison.Ordinal);
    }

    [Fact]
    public void G16_the_other_parts_and_their_words_stay_as_they_were()
    {
        const string Words = "<w:p><w:r><w:t xml:space=\"preserve\"> ñ &amp; &lt;b&gt; 日本 \n</w:t></w:r></w:p>";
        var file = Hostile.WithBody($"<mc:AlternateContent mc:Ignorable=\"v\"/>{Words}<a:blip r:link=\"rId9\"/>",
            ("word/_rels/document.xml.rels", Hostile.Relation("image", "http://evil.example/x")), ("docProps/app.xml", "<Properties/>"));
        var kept = Accepted(file);
        Assert.Equal("<Properties/>", Part(kept, "docProps/app.xml"));
        Assert.Contains(Words, Part(kept, "word/document.xml"), StringComparison.Ordinal);
        Assert.Contains("mc:Ignorable=\"v\"", Part(kept, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void G16_links_to_click_on_stay()
    {
        foreach (var address in new[] { "https://example.org/a?b=c#d", "mailto:ana@example.org", "tel:+34600000000", "page.html",
            "file:///C:/a.docx", "#Hoja2!A1" })
            AcceptedAsItIs(Pack.Docx(("word/_rels/document.xml.rels", Hostile.Relation("hyperlink", address))));
        foreach (var address in new[] { "javascript:alert(1)", "java\tscript:x", "ms-msdt:/id", "vbscript:x", "search-ms:x",
            "data:text/html,x" })
            Assert.Equal("unsafe-link", Refused(Pack.Docx(("word/_rels/document.xml.rels", Hostile.Relation("hyperlink", address)))));
    }
}
