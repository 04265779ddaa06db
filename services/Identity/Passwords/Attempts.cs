using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Helpdesk.Identity.Passwords;

/// <summary>Counts attempts to get into an account, with a password or a code.</summary>
sealed class Attempts(AccountsDbContext db, CurrentSettings settings, TimeProvider time)
{
    /// <summary>
    /// The account, when one more attempt is allowed. It counts as wrong until the caller has it forgotten: counted afterwards, any number
    /// of guesses made side by side would be checked before the last one allowed is counted.
    /// </summary>
    public async Task<Account?> CountAsync(string normalizedEmail, CancellationToken cancellationToken)
    {
        var rules = await settings.ReadAsync(db, cancellationToken);
        var (limit, now, until) = (rules.WrongPasswords, time.GetUtcNow(), time.GetUtcNow() + rules.LockFor);
        return (await db.Users.FromSql($"""
            update account set
                access_failed_count = case when access_failed_count + 1 >= {limit} then 0 else access_failed_count + 1 end,
                lockout_end = case when access_failed_count + 1 >= {limit} then {until} end
            where normalized_email = {normalizedEmail} and (lockout_end is null or lockout_end <= {now})
            returning *
            """).AsNoTracking().ToListAsync(cancellationToken)).SingleOrDefault();
    }

    public Task ForgetAsync(Guid account, CancellationToken cancellationToken) =>
        db.Users.Where(x => x.Id == account).ExecuteUpdateAsync(x => x.ForgetAttempts(), cancellationToken);
}

static class RightAttempt
{
    public static UpdateSettersBuilder<Account> ForgetAttempts(this UpdateSettersBuilder<Account> account) =>
        account.SetProperty(x => x.AccessFailedCount, 0).SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null);
}
