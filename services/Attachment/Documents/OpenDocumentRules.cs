using System.Xml;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>The rules for the XML of OpenDocument text, whichever part it is.</summary>
sealed class OpenDocumentRules : IMarkupRules
{
    const string Namespaces = "urn:oasis:names:tc:opendocument:xmlns:";

    const string XLink = "http://www.w3.org/1999/xlink";

    // Where a person clicks.
    static readonly HashSet<string> Links = ["a", "area-rectangle", "area-circle", "area-polygon", "button", "hyperlink-behaviour"];

    static readonly Dictionary<string, RefusalReason> Refused = new()
    {
        ["event-listener"] = RefusalReason.Macros,
        ["script"] = RefusalReason.Macros,
        ["execute-macro"] = RefusalReason.Macros,
        ["dde-connection"] = RefusalReason.StartsProgram,
        ["dde-connection-decl"] = RefusalReason.StartsProgram,
        ["dde-source"] = RefusalReason.StartsProgram,
        ["dde-link"] = RefusalReason.StartsProgram,
        ["object-ole"] = RefusalReason.EmbeddedFile,
        ["plugin"] = RefusalReason.Media,
        ["applet"] = RefusalReason.ActiveControl,
        ["floating-frame"] = RefusalReason.ExternalContent,
        ["connection-resource"] = RefusalReason.ExternalContent,
        ["database-source-sql"] = RefusalReason.ExternalContent,
        ["database-source-table"] = RefusalReason.ExternalContent,
        ["database-source-query"] = RefusalReason.ExternalContent,
        ["cell-range-source"] = RefusalReason.ExternalContent,
        ["table-source"] = RefusalReason.ExternalContent,
        ["audio"] = RefusalReason.Media,
        ["sound"] = RefusalReason.Media,
    };

    static readonly HashSet<string> Pictures =
    [
        "image", "fill-image", "background-image", "list-level-style-image", "font-face-uri", "definition-src",
    ];

    /// <summary>Whether it refers to pictures or a template that lie elsewhere; what is kept does not.</summary>
    public bool HasPicturesElsewhere { get; private set; }

    public bool WantsText => false;

    public static bool IsTemplate(XmlReader element) =>
        element.LocalName == "template" && element.NamespaceURI == Namespaces + "meta:1.0"
            && element.GetAttribute("href", XLink) is { Length: > 0 };

    /// <summary>What stays of an attribute: nothing when it leads to a picture elsewhere.</summary>
    public static string? Kept(XmlReader attribute, XmlQualifiedName element) =>
        IsPicture(attribute, element.Name) && !IsInside(attribute.Value) ? null : attribute.Value;

    static bool IsPicture(XmlReader attribute, string element) =>
        attribute.LocalName == "image-data" || (IsAddress(attribute) && Pictures.Contains(element));

    public void Begin(XmlReader element)
    {
        var (name, space) = (element.LocalName, element.NamespaceURI);
        if (space.StartsWith(Namespaces, StringComparison.Ordinal) && Refused.TryGetValue(name, out var reason))
            throw new RefusedFileException(reason);
        if (space == "http://www.w3.org/2002/xforms" && name is "submission" or "instance" or "model")
            throw new RefusedFileException(RefusalReason.SendsForm);
        HasPicturesElsewhere |= IsTemplate(element);
        while (Markup.MoveToNext(element))
            CheckAttribute(element, name);
    }

    void CheckAttribute(XmlReader attribute, string element)
    {
        var (name, value) = (attribute.LocalName, attribute.Value);
        if (value.StartsWith("vnd.sun.star.", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("macro:", StringComparison.OrdinalIgnoreCase))
            throw new RefusedFileException(RefusalReason.Macros);
        if (name is "formula" or "condition" or "expression")
            Formula.Check(value, isExcel: false);
        if (name == "image-data")
            HasPicturesElsewhere |= !IsInside(value);
        else if (IsAddress(attribute) && value.Length > 0 && element != "template")
            CheckAddress(value, element);
    }

    void CheckAddress(string address, string element)
    {
        if (element == "form")
            throw new RefusedFileException(RefusalReason.SendsForm);
        if (Links.Contains(element))
        {
            if (!Address.IsClickable(address))
                throw new RefusedFileException(RefusalReason.UnsafeLink);
        }
        else if (!IsInside(address))
        {
            if (!Pictures.Contains(element))
                throw new RefusedFileException(RefusalReason.ExternalContent);
            HasPicturesElsewhere = true;
        }
    }

    static bool IsAddress(XmlReader attribute) => attribute.LocalName is "href" or "src";

    /// <summary>Within the package: without scheme, and not up and out of it.</summary>
    static bool IsInside(string address)
    {
        var plain = Uri.UnescapeDataString(address).Replace('\\', '/').Trim();
        return !Address.IsAbsolute(plain) && !plain.StartsWith('/') && !plain.Split('/').Contains("..");
    }

    public void Text(string text)
    {
    }

    public void End(XmlReader element)
    {
    }
}
