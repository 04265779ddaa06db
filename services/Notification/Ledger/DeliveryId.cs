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
    public static Guid Of(Guid eventId, string address, string template)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{eventId:N}\n{EmailAddress.CanonicalOf(address)}\n{template}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
