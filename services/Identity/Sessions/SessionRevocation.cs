using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

/// <summary>
/// Ends sessions, and has every other service refuse their access tokens. The caller has locked the account, holds a transaction and
/// saves.
/// </summary>
sealed class SessionRevocation(AccountsDbContext db, IPublishEndpoint outbox, TimeProvider time)
{
    public async Task EndSessionsAsync(Guid account, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.Sessions.Where(x => x.AccountId == account && x.RevokedAt == null)
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.RevokedAt, now), cancellationToken);
        await RevokeTokensAsync(account, cancellationToken);
    }

    /// <summary>All but one.</summary>
    public async Task EndOtherSessionsAsync(Guid account, Guid? kept, CancellationToken cancellationToken)
    {
        var (now, alive) = (time.GetUtcNow(), time.GetUtcNow() - SessionIssuer.AccessLifetime);
        // Of one that has not been used for so long no token is left to be refused.
        var ended = await db.Database.SqlQuery<Guid?>($"""
            update session set revoked_at = {now} where account_id = {account} and revoked_at is null and id is distinct from {kept}
            returning case when last_used_at >= {alive} then id end as "Value"
            """).ToListAsync(cancellationToken);
        foreach (var session in ended.OfType<Guid>())
            await PublishAsync(account, session, cancellationToken);
    }

    /// <summary>Whether it was there to be ended.</summary>
    public async Task<bool> EndSessionAsync(Guid account, Guid session, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ended = await db.Sessions.Where(x => x.Id == session && x.AccountId == account && x.RevokedAt == null)
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.RevokedAt, now), cancellationToken);
        if (ended == 0)
            return false;
        await PublishAsync(account, session, cancellationToken);
        return true;
    }

    /// <summary>The sessions go on: a refresh gives a token with the roles that are left.</summary>
    public Task RevokeTokensAsync(Guid account, CancellationToken cancellationToken) => PublishAsync(account, null, cancellationToken);

    Task PublishAsync(Guid account, Guid? session, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return outbox.Publish(
            new AccessRevoked { AccountId = account, SessionId = session, IssuedBefore = now, Until = now + SessionIssuer.AccessLifetime },
            cancellationToken);
    }
}
