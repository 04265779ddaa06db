using System.Buffers.Binary;
using System.Text;
using Helpdesk.Attachment.Tests.Documents;
using static Helpdesk.Attachment.Tests.Documents.Checking;

namespace Helpdesk.Attachment.Tests;

public sealed class Documents_that_other_programs_write
{
    const string Invoice = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rsm:CrossIndustryInvoice "
        + "xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\"/>";

    [Theory]
    [InlineData("\u00EF\u00BB\u00BF")]
    [InlineData("\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n")]
    [InlineData("%!PS-Adobe-3.0 PDF-1.4\n")]
    public void G16_a_pdf_may_have_something_before_it_which_is_not_kept(string before)
    {
        Assert.Equal(Pack.Pdf(), Accepted([.. Encoding.Latin1.GetBytes(before), .. Pack.Pdf()]));
        Assert.Equal(Pack.Pdf(), Accepted([.. Encoding.Latin1.GetBytes(before.PadRight(1024, ' ')), .. Pack.Pdf()]));
        Assert.Equal("unsupported-kind", Refused([.. Encoding.Latin1.GetBytes(before.PadRight(1030, ' ')), .. Pack.Pdf()]));
        Assert.Equal("script", Refused([.. Encoding.Latin1.GetBytes(before), .. Pack.Pdf("3 0 obj << /S /JavaScript >> endobj\n")]));
    }

    [Theory]
    [InlineData("MZ")]
    [InlineData("#!/bin/sh\n")]
    [InlineData("\u007fELF")]
    public void G16_a_pdf_behind_the_signature_of_a_program_is_refused(string before) =>
        Assert.Equal("unsupported-kind", Refused([.. Encoding.Latin1.GetBytes(before), .. Pack.Pdf()]));

    [Fact]
    public void G16_a_text_may_speak_of_a_pdf() => Assert.Equal("it begins with %PDF-1.7"u8.ToArray(),
        Accepted("it begins with %PDF-1.7"u8.ToArray(), "a.txt"));

    static string FacturX(string name = "factur-x.xml", string xml = Invoice, string more = "",
        string type = "/Type /EmbeddedFile /Subtype /text#2Fxml") =>
        $"3 0 obj << /Names << /EmbeddedFiles << /Names [({name}) 4 0 R] >> >> /AF [4 0 R] >> endobj\n"
        + $"4 0 obj << /Type /Filespec /AFRelationship /Data /F ({name}) /UF ({name}) /EF << /F 8 0 R /UF 8 0 R >> >> endobj\n"
        + Pack.Stream(8, type, xml, pack: true) + more;

    [Theory]
    [InlineData("factur-x.xml", Invoice)]
    [InlineData("ZUGFeRD-invoice.xml", "<rsm:CrossIndustryDocument xmlns:rsm=\"urn:ferd:CrossIndustryDocument:invoice:1p0\"/>")]
    [InlineData("xrechnung.XML", "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"><ID>1</ID></Invoice>")]
    [InlineData("order-x.xml", "<SCRDMCCBDACIOMessageStructure/>")]
    public void G16_an_invoice_with_its_XML_inside_is_accepted(string name, string xml) => AcceptedAsItIs(Pack.Pdf(FacturX(name, xml)));

    [Fact]
    public void G16_anything_else_inside_is_refused()
    {
        string[] files =
        [
            FacturX("invoice.exe"), FacturX("invoice.xml.js"), FacturX(xml: "MZ program"),
                FacturX(xml: "<html xmlns=\"http://www.w3.org/1999/xhtml\"><script/></html>"),
            FacturX(xml: "<Invoice><x:script xmlns:x=\"http://www.w3.org/1999/xhtml\"/></Invoice>"),
                FacturX(xml: "<?xml-stylesheet href=\"x\"?><Invoice/>"),
            FacturX(xml: "<!DOCTYPE x><Invoice/>"), FacturX(xml: "<?mso-application progid=\"Word.Document\"?><Invoice/>"),
                FacturX(xml: Invoice + "MZ"),
            FacturX(more: Pack.Stream(9, "/Type /EmbeddedFile", Invoice, pack: true)),
            FacturX(more: "7 0 obj << /Type /Filespec /F (x.xml) /EF << /F 9 0 R >> >> endobj\n" + Pack.Stream(9, "", Invoice, pack: true)),
            FacturX(more: "7 0 obj << /Type /Filespec /F (x.exe) /EF << /F 8 0 R >> >> endobj\n"),
            FacturX(more: Pack.Stream(8, "/Type /EmbeddedFile", "MZ program", pack: true)),
        ];
        Assert.All(files, x => Assert.Equal("embedded-file", Refused(Pack.Pdf(x))));
    }

    [Fact]
    public void G16_a_workbook_in_ZIP64_is_accepted()
    {
        var file = Zip64(Pack.Xlsx());
        AcceptedAsItIs(file);
        foreach (var at in new[] { 4, 24, 32, 40, 48 })
        {
            var wrong = (byte[])file.Clone();
            wrong[wrong.AsSpan().LastIndexOf("PK\u0006\u0006"u8) + at]++;
            Assert.Equal("damaged-document", Refused(wrong));
        }

        // Two ends that do not say the same.
        var two = (byte[])file.Clone();
        two[^12] = 1;
        two[^14] = 1;
        (two[^13], two[^11]) = (0, 0);
        Assert.Equal("damaged-document", Refused(two));
    }

    [Fact]
    public void G16_a_document_under_a_password_is_refused_in_words_of_its_own()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504],
            .. Encoding.Unicode.GetBytes("EncryptionInfo\0EncryptedPackage")];
        Assert.Equal("encrypted-office", Refused(compound));
        Assert.Equal("unsupported-kind", Refused([.. compound[..512], .. Encoding.Unicode.GetBytes("WordDocument")]));
        const string Space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
        Assert.Equal("encrypted-office", Refused(Pack.Zip(
            ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "no markup at all"),
            ("META-INF/manifest.xml", $"<m:manifest xmlns:m=\"{Space}\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"))));
    }

    /// <summary>The same file, with the sizes and places of all parts and of the directory in their wide form.</summary>
    static byte[] Zip64(byte[] file)
    {
        var end = file.AsSpan(file.Length - 22);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), begin = BinaryPrimitives.ReadInt32LittleEndian(end[16..]);
        using var wide = new MemoryStream();
        wide.Write(file.AsSpan(0, begin));
        var at = begin;
        for (var i = 0; i < count; i++)
        {
            var head = file.AsSpan(at, 46 + BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 28))).ToArray();
            var extra = new byte[28];
            (extra[0], extra[2]) = (1, 24);
            BinaryPrimitives.WriteInt64LittleEndian(extra.AsSpan(4), BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(24)));
            BinaryPrimitives.WriteInt64LittleEndian(extra.AsSpan(12), BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(20)));
            BinaryPrimitives.WriteInt64LittleEndian(extra.AsSpan(20), BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(42)));
            foreach (var place in new[] { 20, 24, 42 })
                BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(place), uint.MaxValue);
            BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(30), 28);
            wide.Write([.. head, .. extra]);
            at += head.Length;
        }

        var (directory, size) = (wide.Position, wide.Position - begin);
        var last = new byte[56 + 20 + 22];
        "PK\u0006\u0006"u8.CopyTo(last);
        last[4] = 44;
        foreach (var (place, value) in new[] { (24, (long)count), (32, count), (40, size), (48, begin), (64, directory) })
            BinaryPrimitives.WriteInt64LittleEndian(last.AsSpan(place), value);
        "PK\u0006\u0007"u8.CopyTo(last.AsSpan(56));
        last[72] = 1;
        "PK\u0005\u0006"u8.CopyTo(last.AsSpan(76));
        last.AsSpan(84, 12).Fill(0xFF);
        wide.Write(last);
        return wide.ToArray();
    }
}
