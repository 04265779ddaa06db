using System.Xml;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// Reads a part of a document as XML, for words may be written with character references, or in UTF-16. Nothing is fetched and no
/// entity is known.
/// </summary>
static class Markup
{
    const int MaxDepth = 400;

    public static XmlReader Reader(Stream content) =>
        XmlReader.Create(content, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true,
            NameTable = new BoundedNames() });

    /// <summary>Reads a whole part.</summary>
    /// <exception cref="RefusedFileException">It cannot be read to its end, or the rules refuse it.</exception>
    public static void Read(Stream content, IMarkupRules rules)
    {
        try
        {
            using var reader = Reader(content);
            while (reader.Read())
                Read(reader, rules);
        }
        catch (XmlException)
        {
            throw RefusedFileException.DamagedDocument("a part of it cannot be read");
        }
    }

    static void Read(XmlReader reader, IMarkupRules rules)
    {
        if (reader.Depth > MaxDepth)
            throw RefusedFileException.DocumentTooLarge("it is nested deeper than any document needs");
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = reader.IsEmptyElement;
                rules.Begin(reader);
                reader.MoveToElement();
                if (isEmpty)
                    rules.End(reader);
                break;
            case XmlNodeType.EndElement:
                rules.End(reader);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when rules.WantsText:
                rules.Text(reader.Value);
                break;
            case XmlNodeType.ProcessingInstruction when reader.Name is "xml-stylesheet" or "mso-application":
                throw new RefusedFileException(FileRefusalReason.ExternalContent);
        }
    }

    /// <summary>Goes through the attributes of the element on which the reader stands; declarations of prefixes are skipped.</summary>
    public static bool MoveToNext(XmlReader reader)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/")
                return true;
        }

        reader.MoveToElement();
        return false;
    }

    /// <summary>The names of a document: the reader remembers every one.</summary>
    sealed class BoundedNames : XmlNameTable
    {
        const int Max = 20_000;

        readonly NameTable _names = new();
        int _count;

        public override string Add(char[] array, int offset, int length) => _names.Get(array, offset, length)
            ?? New(_names.Add(array, offset, length));

        public override string Add(string array) => _names.Get(array) ?? New(_names.Add(array));

        public override string? Get(char[] array, int offset, int length) => _names.Get(array, offset, length);

        public override string? Get(string array) => _names.Get(array);

        string New(string name) => ++_count <= Max ? name
            : throw RefusedFileException.DocumentTooLarge("it has more names than any document needs");
    }
}
