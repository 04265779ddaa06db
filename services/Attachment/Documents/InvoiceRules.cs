using System.Xml;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>The rules for the XML of an electronic invoice or order: by its root, and without what a browser would show or run.</summary>
sealed class InvoiceRules : IMarkupRules
{
    static readonly HashSet<string> Roots = new(StringComparer.OrdinalIgnoreCase)
    {
        "CrossIndustryInvoice", "CrossIndustryDocument", "SCRDMCCBDACIOMessageStructure", "Invoice", "CreditNote", "Order",
    };

    static readonly string[] Shown = ["http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1999/XSL/Transform"];

    bool _hasRoot;

    public bool WantsText => false;

    public static void Check(ReadOnlyMemory<byte> content)
    {
        try
        {
            Markup.Read(new MemoryStream(content.ToArray(), writable: false), new InvoiceRules());
        }
        catch (RefusedFileException)
        {
            throw new RefusedFileException(FileRefusalReason.EmbeddedFile);
        }
    }

    public void Begin(XmlReader element)
    {
        if (!_hasRoot && !Roots.Contains(element.LocalName))
            throw new RefusedFileException(FileRefusalReason.EmbeddedFile);
        _hasRoot = true;
        if (Shown.Contains(element.NamespaceURI) || element.LocalName == "script")
            throw new RefusedFileException(FileRefusalReason.EmbeddedFile);
    }

    public void Text(string text)
    {
    }

    public void End(XmlReader element)
    {
    }
}
