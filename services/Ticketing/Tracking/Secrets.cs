using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Helpdesk.Ticketing.Tracking;

/// <summary>The secret in a tracking link: whoever holds it is the customer of that one ticket.</summary>
static class Secrets
{
    const int Bits = 192;

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bits / 8));

    /// <summary>What is kept and searched for. Random enough that no salt or stretching adds anything.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
