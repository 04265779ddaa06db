using System.Xml;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>The rules for the list of parts of an OpenDocument file, which says whether they are encrypted.</summary>
sealed class ManifestRules : IMarkupRules
{
    public bool WantsText => false;

    public void Begin(XmlReader element)
    {
        if (element.LocalName is "encryption-data" or "encrypted-key" or "EncryptedKey")
            throw new RefusedFileException(RefusalReason.EncryptedOffice);
    }

    public void Text(string text)
    {
    }

    public void End(XmlReader element)
    {
    }
}
