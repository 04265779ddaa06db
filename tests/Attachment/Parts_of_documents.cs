using System.Text;
using Helpdesk.Attachment.Tests.Documents;
using static Helpdesk.Attachment.Tests.Documents.Checking;

namespace Helpdesk.Attachment.Tests;

public sealed class Parts_of_documents
{
    [Theory]
    [InlineData("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>", "script")]
    [InlineData("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", "script")]
    [InlineData("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"http://evil.example/x\"/></svg>",
        "external-content")]
    [InlineData("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect style=\"fill:url( 'http://evil.example/x')\"/></svg>",
        "external-content")]
    [InlineData("image/png", "MZ program", "embedded-file")]
    [InlineData("text/html", "<html/>", "embedded-file")]
    [InlineData("application/rtf", "{\\rtf1}", "embedded-file")]
    [InlineData("application/vnd.openxmlformats-officedocument.oleObject", "x", "embedded-file")]
    [InlineData("application/vnd.ms-office.vbaProject", "x", "macros")]
    [InlineData("application/vnd.ms-office.activeX+xml", "<x/>", "active-control")]
    [InlineData("application/vnd.ms-office.webextension+xml", "<x/>", "active-control")]
    [InlineData("application/x-something-new", "x", "embedded-file")]
    public void G16_parts_of_kinds_that_are_not_known_to_be_passive_are_refused(string type, string content, string reason) =>
        Assert.Equal(reason, Refused(Pack.ZipOf(("[Content_Types].xml", Encoding.UTF8.GetBytes(Pack.TypesWith("dat", type))),
            ("word/document.xml", Encoding.UTF8.GetBytes(Pack.Document(""))), ("word/media/x.dat", Encoding.UTF8.GetBytes(content)))));
}
