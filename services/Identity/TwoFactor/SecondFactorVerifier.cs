using Helpdesk.Contracts;
using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Sealing;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.TwoFactor;

/// <summary>Checks a code and uses it up, in one statement: of two who send the same one at once, one comes in.</summary>
sealed class SecondFactorVerifier(AccountsDbContext db, Seals seals, IPublishEndpoint outbox, TimeProvider time)
{
    public async Task<bool> UseAsync(Account account, string code, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (AuthenticatorKey.IsCode(code))
        {
            return AuthenticatorKey.Open(account, seals) is { } key && key.TryMatch(code, now, account.AuthenticatorStep, out var step)
                && await db.Users.Where(x => x.Id == account.Id && x.AuthenticatorStep < step)
                    .ExecuteUpdateAsync(x => x.SetProperty(y => y.AuthenticatorStep, step), cancellationToken) == 1;
        }

        var hash = RecoveryCode.HashOf(code);
        if (await db.RecoveryCodes.Where(x => x.AccountId == account.Id && x.Hash == hash && x.UsedAt == null).ExecuteUpdateAsync(x => x.SetProperty(y => y.UsedAt, now), cancellationToken) == 0)
            return false;
        await outbox.Publish(account.ToSecurityChanged(AccountSecurityChange.RecoveryCodeUsed, now), cancellationToken);
        return true;
    }
}
