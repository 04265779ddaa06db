using System.Xml;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>The rules for the manifest of an OpenDocument file, which says whether its parts are encrypted.</summary>
sealed class ManifestRules : IMarkupRules
{
    public bool WantsText => false;

    public void Begin(XmlReader element)
    {
        if (element.LocalName is "encryption-data" or "encrypted-key" or "EncryptedKey")
            throw new RefusedFileException(FileRefusalReason.EncryptedOffice);
    }

    public void Text(string text)
    {
    }

    public void End(XmlReader element)
    {
    }
}
