using System.Text;
using System.Xml;

namespace Helpdesk.Attachment.Documents;

/// <summary>Copies a part without some of its elements and attributes.</summary>
static class MarkupCopy
{
    /// <summary>Rewrites the part.</summary>
    /// <param name="content">The part.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="isDropped">Asked at each element: whether it is left out, with all that is in it.</param>
    /// <param name="change">Asked at each attribute, with the name of its element: its value; null to leave it out.</param>
    public static void Write(Stream content, Stream output, Func<XmlReader, bool> isDropped, Func<XmlReader, XmlQualifiedName,
        string?> change)
    {
        using var reader = Markup.Reader(content);
        using var writer = XmlWriter.Create(output, new() { CloseOutput = false, Encoding = new UTF8Encoding(false) });
        for (var more = reader.Read(); more;)
        {
            if (reader.NodeType == XmlNodeType.Element && isDropped(reader))
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }

            if (reader.NodeType == XmlNodeType.Element)
                WriteElement(reader, writer, change);
            else
                WriteOther(reader, writer);
            more = reader.Read();
        }
    }

    static void WriteElement(XmlReader reader, XmlWriter writer, Func<XmlReader, XmlQualifiedName, string?> change)
    {
        var isEmpty = reader.IsEmptyElement;
        var element = new XmlQualifiedName(reader.LocalName, reader.NamespaceURI);
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        while (reader.MoveToNextAttribute())
        {
            if (change(reader, element) is { } value)
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, value);
        }

        reader.MoveToElement();
        if (isEmpty)
            writer.WriteEndElement();
    }

    static void WriteOther(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text:
                writer.WriteString(reader.Value);
                break;
            case XmlNodeType.CDATA:
                writer.WriteCData(reader.Value);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                writer.WriteWhitespace(reader.Value);
                break;
        }
    }
}
