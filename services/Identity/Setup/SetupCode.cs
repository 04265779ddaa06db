using System.Security.Cryptography;
using System.Text;

namespace Helpdesk.Identity.Setup;

/// <summary>The code that only whoever started the installation knows (<c>Setup:Code</c>).</summary>
sealed class SetupCode(string? code)
{
    public bool Exists { get; } = !string.IsNullOrWhiteSpace(code);

    /// <summary>Compared as hashes of one length, so that the time tells nothing about the code.</summary>
    public bool Is(string given) => Exists && CryptographicOperations.FixedTimeEquals(Hash(code!), Hash(given));

    static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text.Trim()));
}
