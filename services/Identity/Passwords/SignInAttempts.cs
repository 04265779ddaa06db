using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Settings;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Helpdesk.Identity.Passwords;

/// <summary>
/// Counts attempts to get into an account, with a password or a code: those from devices that it knows apart from those of strangers.
/// </summary>
sealed class SignInAttempts(AccountsDbContext db, CachedSettings settings, ValueProtector protector, TimeProvider time)
{
    /// <summary>Whether this token is one of the account with that address.</summary>
    public async Task<bool> IsKnownDeviceAsync(string normalizedEmail, string? deviceToken, CancellationToken cancellationToken)
    {
        if (protector.Unprotect<DeviceToken>(deviceToken) is not { } device)
            return false;
        var account = await db.Users.AsNoTracking()
            .SingleOrDefaultAsync(x => x.Id == device.AccountId && x.NormalizedEmail == normalizedEmail, cancellationToken);
        return account is not null && device.IsValidFor(account);
    }

    /// <summary>
    /// The account, when one more attempt is allowed. It counts as wrong until the caller has it forgotten: counted afterwards, any number
    /// of guesses made side by side would be checked before the last one allowed is counted.
    /// </summary>
    public async Task<Account?> CountAsync(string normalizedEmail, bool knownDevice, CancellationToken cancellationToken)
    {
        var rules = await settings.ReadAsync(db, cancellationToken);
        var (limit, now, until) = (rules.WrongPasswords, time.GetUtcNow(), time.GetUtcNow() + rules.LockFor);
        var counted = knownDevice
            ? db.Users.FromSql($"""
                update account set
                    known_device_failed_count =
                        case when known_device_failed_count + 1 >= {limit} then 0 else known_device_failed_count + 1 end,
                    known_device_lockout_end = case when known_device_failed_count + 1 >= {limit} then {until} end
                where normalized_email = {normalizedEmail}
                    and (known_device_lockout_end is null or known_device_lockout_end <= {now})
                returning *
                """)
            : db.Users.FromSql($"""
                update account set
                    access_failed_count = case when access_failed_count + 1 >= {limit} then 0 else access_failed_count + 1 end,
                    lockout_end = case when access_failed_count + 1 >= {limit} then {until} end
                where normalized_email = {normalizedEmail} and (lockout_end is null or lockout_end <= {now})
                returning *
                """);
        return (await counted.AsNoTracking().ToListAsync(cancellationToken)).SingleOrDefault();
    }

    public Task ResetAsync(Guid account, bool knownDevice, CancellationToken cancellationToken) =>
        db.Users.Where(x => x.Id == account).ExecuteUpdateAsync(x => x.ResetAttempts(knownDevice), cancellationToken);
}

static class SignInAttemptSetters
{
    /// <summary>
    /// The owner's right password does not forget the wrong ones of strangers: each sign-in of the owner would give them new guesses.
    /// </summary>
    public static UpdateSettersBuilder<Account> ResetAttempts(this UpdateSettersBuilder<Account> account, bool knownDevice) => knownDevice
        ? account.SetProperty(x => x.KnownDeviceFailedCount, 0).SetProperty(x => x.KnownDeviceLockoutEnd, (DateTimeOffset?)null)
        : account.SetProperty(x => x.AccessFailedCount, 0).SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null);
}
