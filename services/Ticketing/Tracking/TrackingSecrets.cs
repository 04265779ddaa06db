using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Ticketing.Tracking;

/// <summary>Makes and hashes the secret in a tracking link: whoever holds it is the customer of that one ticket.</summary>
static class TrackingSecrets
{
    const int Bits = 192;

    public static TrackingSecret Create() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bits / 8)));

    /// <summary>What is stored and searched for. Random enough that no salt or stretching adds anything.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
