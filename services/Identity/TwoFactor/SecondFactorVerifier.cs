using Helpdesk.Contracts;
using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Protection;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.TwoFactor;

/// <summary>Checks a code and uses it up, in one statement: of two who send the same one at once, one comes in.</summary>
sealed class SecondFactorVerifier(AccountsDbContext db, ValueProtector protector, IPublishEndpoint outbox, TimeProvider time)
{
    /// <summary>Whether the code was right, and is used up now.</summary>
    public Task<bool> TryUseAsync(Account account, string code, CancellationToken cancellationToken) => AuthenticatorKey.IsCode(code)
        ? TryUseCodeAsync(account, code, cancellationToken)
        : TryUseRecoveryCodeAsync(account, code, cancellationToken);

    async Task<bool> TryUseCodeAsync(Account account, string code, CancellationToken cancellationToken) =>
        AuthenticatorKey.Open(account, protector) is { } key
        && key.TryMatch(code, time.GetUtcNow(), account.AuthenticatorStep, out var step)
        && await db.Users.Where(x => x.Id == account.Id && x.AuthenticatorStep < step)
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.AuthenticatorStep, step), cancellationToken) == 1;

    async Task<bool> TryUseRecoveryCodeAsync(Account account, string code, CancellationToken cancellationToken)
    {
        var (hash, now) = (RecoveryCode.HashOf(code), time.GetUtcNow());
        var used = await db.RecoveryCodes.Where(x => x.AccountId == account.Id && x.Hash == hash && x.UsedAt == null)
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.UsedAt, now), cancellationToken);
        if (used == 0)
            return false;
        await outbox.Publish(account.ToSecurityChanged(AccountSecurityChange.RecoveryCodeUsed, now), cancellationToken);
        return true;
    }
}
