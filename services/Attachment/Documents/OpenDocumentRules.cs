using System.Xml;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>The rules for the XML of OpenDocument text, whichever part it is.</summary>
sealed class OpenDocumentRules : IMarkupRules
{
    const string Namespaces = "urn:oasis:names:tc:opendocument:xmlns:";

    const string XLink = "http://www.w3.org/1999/xlink";

    // Where a person clicks.
    static readonly HashSet<string> Links = ["a", "area-rectangle", "area-circle", "area-polygon", "button", "hyperlink-behaviour"];

    static readonly Dictionary<string, FileRefusalReason> Refused = new()
    {
        ["event-listener"] = FileRefusalReason.Macros,
        ["script"] = FileRefusalReason.Macros,
        ["execute-macro"] = FileRefusalReason.Macros,
        ["dde-connection"] = FileRefusalReason.StartsProgram,
        ["dde-connection-decl"] = FileRefusalReason.StartsProgram,
        ["dde-source"] = FileRefusalReason.StartsProgram,
        ["dde-link"] = FileRefusalReason.StartsProgram,
        ["object-ole"] = FileRefusalReason.EmbeddedFile,
        ["plugin"] = FileRefusalReason.Media,
        ["applet"] = FileRefusalReason.ActiveControl,
        ["floating-frame"] = FileRefusalReason.ExternalContent,
        ["connection-resource"] = FileRefusalReason.ExternalContent,
        ["database-source-sql"] = FileRefusalReason.ExternalContent,
        ["database-source-table"] = FileRefusalReason.ExternalContent,
        ["database-source-query"] = FileRefusalReason.ExternalContent,
        ["cell-range-source"] = FileRefusalReason.ExternalContent,
        ["table-source"] = FileRefusalReason.ExternalContent,
        ["audio"] = FileRefusalReason.Media,
        ["sound"] = FileRefusalReason.Media,
    };

    static readonly HashSet<string> Images =
    [
        "image", "fill-image", "background-image", "list-level-style-image", "font-face-uri", "definition-src",
    ];

    /// <summary>Whether it refers to images or a template elsewhere; what is stored does not.</summary>
    public bool HasImagesElsewhere { get; private set; }

    public bool WantsText => false;

    public static bool IsTemplate(XmlReader element) =>
        element.LocalName == "template" && element.NamespaceURI == Namespaces + "meta:1.0"
            && element.GetAttribute("href", XLink) is { Length: > 0 };

    /// <summary>What is left of an attribute: nothing when it leads to an image elsewhere.</summary>
    public static string? Kept(XmlReader attribute, XmlQualifiedName element) =>
        IsImage(attribute, element.Name) && !IsInside(attribute.Value) ? null : attribute.Value;

    static bool IsImage(XmlReader attribute, string element) =>
        attribute.LocalName == "image-data" || (IsAddress(attribute) && Images.Contains(element));

    public void Begin(XmlReader element)
    {
        var (name, space) = (element.LocalName, element.NamespaceURI);
        if (space.StartsWith(Namespaces, StringComparison.Ordinal) && Refused.TryGetValue(name, out var reason))
            throw new RefusedFileException(reason);
        if (space == "http://www.w3.org/2002/xforms" && name is "submission" or "instance" or "model")
            throw new RefusedFileException(FileRefusalReason.SendsForm);
        HasImagesElsewhere |= IsTemplate(element);
        while (Markup.MoveToNext(element))
            CheckAttribute(element, name);
    }

    void CheckAttribute(XmlReader attribute, string element)
    {
        var (name, value) = (attribute.LocalName, attribute.Value);
        if (value.StartsWith("vnd.sun.star.", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("macro:", StringComparison.OrdinalIgnoreCase))
            throw new RefusedFileException(FileRefusalReason.Macros);
        if (name is "formula" or "condition" or "expression")
            Formula.Check(value, isExcel: false);
        if (name == "image-data")
            HasImagesElsewhere |= !IsInside(value);
        else if (IsAddress(attribute) && value.Length > 0 && element != "template")
            CheckAddress(value, element);
    }

    void CheckAddress(string address, string element)
    {
        if (element == "form")
            throw new RefusedFileException(FileRefusalReason.SendsForm);
        if (Links.Contains(element))
        {
            if (!Address.IsClickable(address))
                throw new RefusedFileException(FileRefusalReason.UnsafeLink);
        }
        else if (!IsInside(address))
        {
            if (!Images.Contains(element))
                throw new RefusedFileException(FileRefusalReason.ExternalContent);
            HasImagesElsewhere = true;
        }
    }

    static bool IsAddress(XmlReader attribute) => attribute.LocalName is "href" or "src";

    /// <summary>Within the package: without a scheme, and not up and out of it.</summary>
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
