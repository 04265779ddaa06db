using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Helpdesk.Captcha.Challenges;

/// <summary>Hashes answers, so that they can be compared and never read.</summary>
sealed class AnswerHasher(IDataProtectionProvider protection)
{
    const int SaltBytes = 16;

    readonly IDataProtector _protector = protection.CreateProtector("Helpdesk.Captcha.Salt");

    /// <summary>What is stored of an answer.</summary>
    public (byte[] ProtectedSalt, byte[] Hash) Hash(string answer)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return (_protector.Protect(salt), Hash(salt, answer));
    }

    /// <summary>Whether a person's answer is the one that was hashed. Case and spaces don't matter.</summary>
    public bool Verify(Challenge challenge, string answer)
    {
        try
        {
            return CryptographicOperations.FixedTimeEquals(Hash(_protector.Unprotect(challenge.ProtectedSalt), answer), challenge.AnswerHash);
        }
        catch (CryptographicException)
        {
            // The keys were replaced meanwhile: nobody can solve this one any more.
            return false;
        }
    }

    static byte[] Hash(byte[] salt, string answer)
    {
        var text = string.Concat(answer.Where(x => !char.IsWhiteSpace(x))).ToUpperInvariant();
        return HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(text));
    }
}
