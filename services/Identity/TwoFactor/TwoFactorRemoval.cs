using System.Security.Claims;
using Helpdesk.Api.Audit;
using Helpdesk.Contracts;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Auditing;
using Helpdesk.Identity.Sessions;
using Helpdesk.ServiceDefaults.Results;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.TwoFactor;

/// <summary>Takes the authenticator and the recovery codes of an account away.</summary>
sealed class TwoFactorRemoval(AccountsDbContext db, SessionRevocation revocation, IPublishEndpoint outbox, TimeProvider time)
{
    public async Task<Result> RemoveAsync(Guid id, ClaimsPrincipal caller, bool endSessions, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockAccountAsync(id, cancellationToken) is not { } account)
            return Refusal.NotFound("account");
        var (now, wasOn) = (time.GetUtcNow(), account.TwoFactorSince is not null);
        (account.TwoFactorSince, account.AuthenticatorKey) = (null, null);
        await db.RecoveryCodes.Where(x => x.AccountId == id).ExecuteDeleteAsync(cancellationToken);
        if (wasOn)
        {
            db.Record(caller, AuditAction.TwoFactorTurnedOff, account, now);
            await outbox.Publish(account.ToSecurityChanged(AccountSecurityChange.TwoFactorTurnedOff, now), cancellationToken);
            if (endSessions)
                await revocation.EndSessionsAsync(id, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Result.Done;
    }
}
