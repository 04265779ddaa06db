using System.Diagnostics.CodeAnalysis;
using System.Text;
using Helpdesk.Api.Formats;
using MimeKit;

namespace Helpdesk.Notification.Transport;

static class AddressParser
{
    static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    /// <summary>Reads the mailbox of an address and a name.</summary>
    /// <param name="text">The address.</param>
    /// <param name="name">The name beside it; null for none.</param>
    /// <param name="mailbox">The mailbox; null when there is none.</param>
    /// <returns>False when the text is not one address and nothing else.</returns>
    public static bool TryParse(string? text, string? name, [NotNullWhen(true)] out MailboxAddress? mailbox)
    {
        // No person's address has a domain of one label; the installation's own may, such as no-reply@localhost.
        var address = EmailAddress.TryParse(text, out var read) ? read.Deliverable : text?.Trim() ?? "";
        mailbox = MailboxAddress.TryParse(Strict, address, out var parsed) && ToAscii(parsed) == address
            ? new(Encoding.UTF8, HeaderText.Sanitize(name ?? ""), address) : null;
        return mailbox is not null;
    }

    /// <summary>With the domain in ASCII: such an address goes everywhere.</summary>
    public static string ToAscii(MailboxAddress mailbox) => mailbox.GetAddress(idnEncode: true);
}
