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

    /// <summary>The mailbox of that address and name; null when the text is not one address and nothing else.</summary>
    public static MailboxAddress? Read(string? text, string? name)
    {
        // One that was accepted by former rules, and is none by today's, is still somebody's.
        var address = EmailAddress.TryParse(text, out var read) ? read.Deliverable : text?.Trim() ?? "";
        return MailboxAddress.TryParse(Strict, address, out var mailbox) && ToAscii(mailbox) == address
            ? new(Encoding.UTF8, HeaderText.Sanitize(name ?? ""), address) : null;
    }

    /// <summary>With the domain in ASCII: such an address goes everywhere.</summary>
    public static string ToAscii(MailboxAddress mailbox) => mailbox.GetAddress(idnEncode: true);
}
