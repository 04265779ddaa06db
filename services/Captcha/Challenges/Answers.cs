using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Helpdesk.Captcha.Challenges;

/// <summary>Keeps answers so that they can be compared and never read.</summary>
sealed class Answers(IDataProtectionProvider protection)
{
    const int SaltBytes = 16;

    readonly IDataProtector _protector = protection.CreateProtector("Helpdesk.Captcha.Salt");

    /// <summary>What is stored of an answer.</summary>
    public (byte[] SealedSalt, byte[] Hash) Hide(string answer)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return (_protector.Protect(salt), Hash(salt, answer));
    }

    /// <summary>Whether a person's answer is the one that was hidden. Case and spaces don't matter.</summary>
    public bool Matches(Challenge challenge, string answer)
    {
        try
        {
            return CryptographicOperations.FixedTimeEquals(Hash(_protector.Unprotect(challenge.SealedSalt), answer), challenge.AnswerHash);
        }
        catch (CryptographicException)
        {
            // The keys were replaced in between: nobody can solve this one any more.
            return false;
        }
    }

    static byte[] Hash(byte[] salt, string answer) =>
        HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(string.Concat(answer.Where(x => !char.IsWhiteSpace(x))).ToUpperInvariant()));
}
