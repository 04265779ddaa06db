using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Sessions;
using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

public static class RefreshSession
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/refresh", HandleAsync)
        .AllowAnonymous().Produces<SessionResponse>().WithName("RefreshSession").WithSummary("Takes a refresh token, once, and gives the next pair with the account as it is now. Sent again within 30 seconds it gives the same next token");

    static async Task<IResult> HandleAsync(
        RefreshSessionRequest request, AccountsDbContext db, SessionIssuer sessions, RefreshTokenGrace grace, RefreshTokenReuse reuse, TimeProvider time, CancellationToken cancellationToken)
    {
        var (hash, now, next) = (RefreshToken.HashOf(request.RefreshToken), time.GetUtcNow(), RefreshToken.Generate());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // One statement finds it unused and uses it: of two at once, one waits here for the other and then finds it used.
        var used = await db.Database.SqlQuery<Guid>($"""
            update refresh_token set used_at = {now}, successor = {grace.Protect(next)}
            where hash = {hash} and used_at is null and expires_at > {now} returning session_id as "Value"
            """).ToListAsync(cancellationToken);
        var again = used is [] ? await grace.FindSuccessorAsync(hash, cancellationToken) : null;
        if (used is [] && again is null)
        {
            await reuse.RevokeSessionAsync(hash, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return LiveSessionFilter.Ended;
        }

        var session = again?.SessionId ?? used[0];
        // Shared lock: whoever takes a role away waits for this token to be issued, or this waits and reads the roles that are left.
        var account = (await db.Users.FromSql($"""
            select account.* from account join session on session.account_id = account.id where session.id = {session} and account.suspended_at is null for share of account
            """).AsNoTracking().ToListAsync(cancellationToken)).SingleOrDefault();
        var continued = await db.Sessions.Where(x => x.Id == session && x.RevokedAt == null && x.StartedAt > now - SessionIssuer.LongestSession)
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.ExpiresAt, now + SessionIssuer.RefreshLifetime).SetProperty(y => y.LastUsedAt, now), cancellationToken);
        if (account is null || continued == 0)
            return LiveSessionFilter.Ended;
        var current = await db.Sessions.AsNoTracking().SingleAsync(x => x.Id == session, cancellationToken);
        var answer = again is null
            ? await sessions.ContinueAsync(account, current, next, cancellationToken)
            : await sessions.RespondAsync(account, current, again.Text, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(answer);
    }
}

/// <summary>A token that was used before is held by two, and nobody knows by which one rightly: the session ends for both, and the owner learns of it.</summary>
sealed class RefreshTokenReuse(AccountsDbContext db, SessionRevocation revocation, IPublishEndpoint outbox, TimeProvider time, ILogger<RefreshToken> logger)
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
        await outbox.Publish(held.Account.ToSecurityChanged(AccountSecurityChange.SessionTokenReused, time.GetUtcNow()), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        logger.LogWarning("A refresh token of session {SessionId} came twice: the session is revoked", held.Session);
    }
}
