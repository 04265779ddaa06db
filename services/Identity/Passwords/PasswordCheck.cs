using Helpdesk.Identity.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.Options;

namespace Helpdesk.Identity.Passwords;

sealed class PasswordCheck(
    AccountsDbContext db, IPasswordHasher<Account> hasher, DecoyPassword decoy, IOptions<IdentityOptions> identity, TimeProvider time, ILogger<PasswordCheck> logger)
{
    /// <summary>
    /// The account when the password is right; null when it is wrong, nobody has the address or the account is locked, in the same time.
    /// An attempt counts as wrong until the caller has it forgotten: counted afterwards, any number of guesses made side by side
    /// would be checked before the fifth is counted.
    /// </summary>
    public async Task<Account?> VerifyAsync(string normalizedEmail, string password, CancellationToken cancellationToken)
    {
        var (limit, now) = (identity.Value.Lockout.MaxFailedAccessAttempts, time.GetUtcNow());
        var until = now + identity.Value.Lockout.DefaultLockoutTimeSpan;
        var found = await db.Users.FromSql($"""
            update account set
                access_failed_count = case when access_failed_count + 1 >= {limit} then 0 else access_failed_count + 1 end,
                lockout_end = case when access_failed_count + 1 >= {limit} then {until} end
            where normalized_email = {normalizedEmail} and (lockout_end is null or lockout_end <= {now})
            returning *
            """).AsNoTracking().ToListAsync(cancellationToken);
        var account = found.SingleOrDefault();

        if (hasher.VerifyHashedPassword(account ?? decoy.Account, account?.PasswordHash ?? decoy.Hash, password) != PasswordVerificationResult.Failed)
            return account;
        if (account?.LockoutEnd is not null)
            logger.LogWarning("Account {AccountId} is locked until {Until} after {Limit} wrong passwords", account.Id, until, limit);
        return null;
    }
}

static class RightPassword
{
    public static UpdateSettersBuilder<Account> ForgetWrongPasswords(this UpdateSettersBuilder<Account> account) =>
        account.SetProperty(x => x.AccessFailedCount, 0).SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null);
}
