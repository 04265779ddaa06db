using System.Security.Cryptography;
using System.Text;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Identity.Setup;

/// <summary>The code that only whoever started the installation knows (<c>Setup:Code</c>).</summary>
sealed class SetupCode(string? code)
{
    /// <summary>Compared as hashes of one length, so that the time tells nothing about the code.</summary>
    public Result Check(string given)
    {
        if (string.IsNullOrWhiteSpace(code))
            return SetupRefusals.CodeNotConfigured;
        return CryptographicOperations.FixedTimeEquals(Hash(code), Hash(given)) ? Result.Done : SetupRefusals.CodeWrong;
    }

    static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text.Trim()));
}
