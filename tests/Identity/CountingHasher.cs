using Helpdesk.Identity.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Helpdesk.Identity.Tests;

/// <summary>The real hasher, which remembers whose passwords were checked.</summary>
sealed class CountingHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    int _checks;
    int _decoys;

    /// <summary>Checks against the password of an account.</summary>
    public int Checks => _checks;

    /// <summary>Checks for the sake of time alone.</summary>
    public int Decoys => _decoys;

    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref user.Email!.Length == 0 ? ref _decoys : ref _checks);
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
