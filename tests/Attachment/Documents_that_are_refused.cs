using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Helpdesk.Attachment.Documents;
using Helpdesk.Attachment.Tests.Documents;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Tests;

public sealed class Documents_that_are_refused
{
    [Theory]
    [InlineData("3 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj\n")]
    [InlineData("3 0 obj << /S /J#61vaScr#69pt /JS (app.alert(1)) >> endobj\n")]
    [InlineData("3 0 obj << /OpenAction << /S/Launch/F(cmd.exe) >> >> endobj\n")]
    [InlineData("3 0 obj << /Names << /EmbeddedFiles 4 0 R >> >> endobj\n")]
    [InlineData("3 0 obj << /Type/EmbeddedFile >> endobj\n")]
    [InlineData("3 0 obj << /Subtype /RichMedia >> endobj\n")]
    [InlineData("3 0 obj << /AcroForm << /XFA 4 0 R >> >> endobj\n")]
    [InlineData("3 0 obj << /S /SubmitForm /F (http://evil.example) >> endobj\n")]
    [InlineData("trailer << /Encrypt 9 0 R >>\n")]
    public void F9_a_pdf_that_acts_by_itself_is_refused_openly_written_or_packed(string objects)
    {
        Assert.False(Refused(Pack.Pdf(objects)).IsDamage);
        Assert.False(Refused(Pack.Pdf(Pack.PackedObjects(objects))).IsDamage);
    }

    [Theory]
    [InlineData("(see /JavaScripting and /Launching)")]
    [InlineData("/EncryptMetadata false")]
    [InlineData("/F1#20Font 12 Tf")]
    public void Words_that_only_look_alike_are_no_reason(string objects) =>
        Assert.Equal(CheckDocument.Pdf, TypeOf(Pack.Pdf($"3 0 obj << {objects} >> endobj\n")));

    [Fact]
    public void A_pdf_that_is_truncated_or_has_something_before_it_is_refused()
    {
        Refused(Pack.Pdf()[..^60]);
        Refused("%PDF-9"u8.ToArray());
        Refused([.. "MZ"u8, .. Pack.Pdf()]);
    }

    [Fact]
    public void A_pdf_whose_objects_unpack_without_end_is_refused() =>
        Assert.True(Refused(Pack.Pdf(Pack.PackedObjects(new string(' ', 40_000_000)))).IsDamage);

    [Fact]
    public void A_pdf_of_countless_beginnings_of_packed_objects_is_refused_before_they_cost_anything() =>
        Assert.True(Refused(Pack.Pdf(string.Concat(Enumerable.Repeat("ObjStm stream\n", 300_000)))).IsDamage);

    [Fact]
    public void What_a_document_refers_to_is_looked_at_to_its_end() =>
        Assert.True(Refused(Pack.Docx((
            "word/_rels/settings.xml.rels",
            $"<R>{new string(' ', 4 * 1024 * 1024)}<Relationship Type=\"x/attachedTemplate\" TargetMode=\"External\"/></R>"))).IsDamage);

    public static TheoryData<string, byte[]> Acting() => new()
    {
        { "macros of Word", Pack.Docx(("word/vbaProject.bin", "x")) },
        { "macros under another spelling", Pack.Docx(("word/VBAPROJECT.BIN", "x")) },
        { "macros of old Excel", Pack.Xlsx(("xl/macrosheets/sheet1.xml", "x")) },
        { "a type with macros", Pack.DocxOfType("application/vnd.ms-word.document.macroEnabled.main+xml") },
        { "a control", Pack.Docx(("word/activeX/activeX1.bin", "x")) },
        { "another file inside", Pack.Docx(("word/embeddings/oleObject1.bin", "x")) },
        { "macros of OpenDocument", Pack.Odt(("Basic/Standard/Module1.xml", "x")) },
        { "macros of a document within", Pack.Odt(("Object 1/Basic/Standard/Module1.xml", "<x/>")) },
        { "scripts of OpenDocument", Pack.Odt(("Scripts/python/x.py", "x")) },
    };

    [Theory, MemberData(nameof(Acting))]
    public void F9_a_document_that_acts_by_itself_is_refused(string what, byte[] file) => Assert.False(Refused(file).IsDamage, what);

    public static TheoryData<string, byte[]> OtherKinds() => new()
    {
        { "a plain archive", Pack.Zip(("a.txt", "x")) },
        { "a template", Pack.DocxOfType("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml") },
        { "types without their part", Pack.Zip(("[Content_Types].xml", "wordprocessingml.document.main+xml")) },
        {
            "another OpenDocument",
            Pack.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", ""), ("META-INF/manifest.xml", ""))
        },
        { "an archive of Java", Pack.Zip(("META-INF/MANIFEST.MF", "x"), ("X.class", "x")) },
        { "a program", "MZ\u0090\0\u0003"u8.ToArray() },
        { "an old Word document", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "a page", "<html><script>alert(1)</script>"u8.ToArray() },
    };

    [Theory, MemberData(nameof(OtherKinds))]
    public void F9_what_is_not_on_the_list_is_refused_whatever_its_name(string what, byte[] file)
    {
        foreach (var name in new[] { "x.docx", "x.pdf", "x.html", null })
            Assert.False(Refused(file, name).IsDamage, what);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u0007b")]
    [InlineData("\u007fELF")]
    public void F9_a_text_with_characters_that_no_text_has_is_none(string content) =>
        Assert.False(Refused(Encoding.Latin1.GetBytes(content), "a.txt").IsDamage);

    [Fact]
    public void F9_half_a_character_of_UTF16_is_no_text() => Assert.False(Refused([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00], "a.txt").IsDamage);

    [Fact]
    public void A_zip_bomb_is_not_unpacked_to_its_end()
    {
        Refused(Pack.Docx(("word/media/x.xml", new string(' ', 70_000_000))));
        // Says that it is small.
        var liar = Pack.Docx(("word/media/x.xml", new string(' ', 1_000_000)));
        var central = liar.AsSpan().LastIndexOf("word/media/x.xml"u8) - 46;
        BinaryPrimitives.WriteUInt32LittleEndian(liar.AsSpan(central + 24), 10);
        Refused(liar);
    }

    [Fact]
    public void Parts_that_share_their_bytes_are_refused()
    {
        var file = Pack.Docx(("word/a.xml", "same"), ("word/b.xml", "same"));
        var (first, second) = (Central(file, "word/a.xml"), Central(file, "word/b.xml"));
        file.AsSpan(first + 42, 4).CopyTo(file.AsSpan(second + 42));
        Refused(file);
    }

    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("word\\evil.xml")]
    public void Parts_that_lead_out_of_the_document_are_refused(string name) => Refused(Pack.Docx((name, "x")));

    [Fact]
    public void Two_parts_of_one_name_are_refused() => Refused(Pack.Docx(("word/DOCUMENT.xml", "<w:document>other</w:document>")));

    [Fact]
    public void A_part_under_a_password_is_refused()
    {
        var file = Pack.Docx(("word/a.xml", "x"));
        file[Central(file, "word/a.xml") + 8] |= 1;
        Assert.False(Refused(file).IsDamage);
    }

    public static TheoryData<string, byte[]> Whole() => new()
    {
        { "docx", Pack.Docx() }, { "odt", Pack.Odt() }, { "pdf", Pack.Pdf(Pack.PackedObjects("<< /Type /Page >>")) },
    };

    [Theory, MemberData(nameof(Whole))]
    public void One_wrong_byte_anywhere_or_a_cut_never_does_more_than_refuse(string kind, byte[] file)
    {
        Assert.NotEmpty(kind);
        foreach (var value in new byte[] { 0x00, 0xFF, 0x7F })
        {
            for (var at = 0; at < file.Length; at++)
            {
                var wrong = (byte[])file.Clone();
                wrong[at] = value;
                Accepted(wrong);
            }
        }

        for (var length = 0; length < file.Length; length++)
            Accepted(file[..length]);
    }

    [Fact]
    public void Noise_never_does_more_than_refuse()
    {
        var random = new Random(7);
        foreach (var begin in new[] { "%PDF-1.7"u8.ToArray(), "PK\u0003\u0004"u8.ToArray() })
        {
            for (var i = 0; i < 300; i++)
            {
                var noise = new byte[random.Next(4_000)];
                random.NextBytes(noise);
                var end = noise.AsSpan(0, Math.Min(18, noise.Length));
                Accepted([.. begin, .. noise, .. "PK\u0005\u0006"u8, .. end, .. "startxref %%EOF"u8]);
            }
        }
    }

    static void Accepted(byte[] file)
    {
        try
        {
            TypeOf(file);
        }
        catch (RefusedFileException)
        {
        }
    }

    static int Central(byte[] file, string name) => file.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(name)) - 46;

    static string TypeOf(byte[] file, string? name = null) => CheckDocument.Check(file, name).ContentType;

    static RefusedFileException Refused(byte[] file, string? name = null) => Assert.Throws<RefusedFileException>(() => TypeOf(file, name));
}
