using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

/// <summary>
/// A token that was used before is held by two, and nobody knows by which one rightly: the session ends for both, and the owner learns of
/// it.
/// </summary>
sealed class RefreshTokenReuse(
    AccountsDbContext db, SessionRevocation revocation, IPublishEndpoint outbox, TimeProvider time, ILogger<RefreshTokenReuse> logger)
{
    public async Task RevokeSessionAsync(byte[] hash, CancellationToken cancellationToken)
    {
        var held = await (from token in db.RefreshTokens
                          join session in db.Sessions on token.SessionId equals session.Id
                          join account in db.Users on session.AccountId equals account.Id
                          where token.Hash == hash && token.UsedAt != null
                          select new { Session = session.Id, Account = account }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (held is null || !await revocation.EndSessionAsync(held.Account.Id, held.Session, cancellationToken))
            return;
        var change = held.Account.ToSecurityChanged(AccountSecurityChange.SessionTokenReused, time.GetUtcNow());
        await outbox.Publish(change, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        logger.LogWarning("A refresh token of session {SessionId} came twice: the session is revoked", held.Session);
    }
}
