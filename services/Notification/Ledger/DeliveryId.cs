using System.Security.Cryptography;
using System.Text;
using Helpdesk.Api.Formats;

namespace Helpdesk.Notification.Ledger;

static class DeliveryId
{
    /// <summary>
    /// A UUID of version 8 from SHA-256 of event, recipient and template: a repeated event finds its row instead of making another,
    /// however the address is spelled.
    /// </summary>
    public static Guid Of(Guid eventId, string address, string template) => From(eventId, EmailAddress.CanonicalOf(address), template);

    /// <summary>
    /// The id that rows had before addresses had one form; the same for most. An event from then that comes again must find its row too.
    /// </summary>
    public static Guid Former(Guid eventId, string address, string template) => From(eventId, address.Trim().ToLowerInvariant(), template);

    static Guid From(Guid eventId, string mailbox, string template)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{eventId:N}\n{mailbox}\n{template}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
