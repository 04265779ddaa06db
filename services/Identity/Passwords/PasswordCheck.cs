using System.Security.Claims;
using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Passwords;

sealed class PasswordCheck(AccountsDbContext db, IPasswordHasher<Account> hasher, DecoyPassword decoy, Attempts attempts, ILogger<PasswordCheck> logger)
{
    /// <summary>
    /// The account when the password is right; null when it is wrong, nobody has the address or the account is locked, in the same time.
    /// The attempt counts as wrong until the caller has it forgotten.
    /// </summary>
    public async Task<Account?> VerifyAsync(string normalizedEmail, string password, CancellationToken cancellationToken)
    {
        var account = await attempts.CountAsync(normalizedEmail, cancellationToken);
        // Who was invited and has not accepted has no password either.
        if (hasher.VerifyHashedPassword(account ?? decoy.Account, account?.PasswordHash ?? decoy.Hash, password) != PasswordVerificationResult.Failed)
            return account;
        if (account?.LockoutEnd is { } until)
            logger.LogWarning("Account {AccountId} is locked until {Until} after too many wrong passwords", account.Id, until);
        else if (account is not null)
            logger.LogInformation("A password for account {AccountId} was wrong", account.Id);
        return null;
    }

    /// <summary>The caller's account, when this is its password, and then the attempt is forgotten. It counts like one to sign in: with a stolen token one could guess the password here instead.</summary>
    public async Task<Account?> VerifyOwnAsync(ClaimsPrincipal caller, string password, CancellationToken cancellationToken)
    {
        var id = caller.AccountId();
        var email = await db.Users.Where(x => x.Id == id).Select(x => x.NormalizedEmail!).SingleAsync(cancellationToken);
        if (await VerifyAsync(email, password, cancellationToken) is not { } account)
            return null;
        await attempts.ForgetAsync(account.Id, cancellationToken);
        return account;
    }

    public static IResult Wrong(string field) =>
        Problem.Invalid(field, "This is not your current password, or it was wrong so often that the account is locked for a while.");
}
