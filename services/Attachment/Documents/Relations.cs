using System.Xml;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>What a part of an Office document refers to. Read as the XML that it is: its words may be written with character references, or in UTF-16.</summary>
static class Relations
{
    static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Whether one of them is a template that is fetched when the document is opened, and brings macros of its own.</summary>
    /// <exception cref="RefusedFileException">They cannot be read, or are more than is looked at.</exception>
    public static bool NameTemplateElsewhere(byte[] part)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(part), Settings);
            while (reader.Read())
            {
                if (Is(reader, "Type", "attachedTemplate") && Is(reader, "TargetMode", "External"))
                    return true;
            }

            return false;
        }
        catch (XmlException)
        {
            throw RefusedFileException.BrokenDocument("what it refers to");
        }
    }

    static bool Is(XmlReader element, string attribute, string word) => element.GetAttribute(attribute)?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
}
