using System.Text;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// Files of the old Office, none of which is accepted. A Word or Excel document under a password is one as well, and is told apart.
/// </summary>
static class CompoundFile
{
    static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    public static FileRefusalReason Reason(ReadOnlySpan<byte> file) =>
        file.IndexOf(Encrypted) >= 0 ? FileRefusalReason.EncryptedOffice : FileRefusalReason.UnsupportedKind;
}
