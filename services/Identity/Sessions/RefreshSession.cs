using System.ComponentModel.DataAnnotations;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

public static class RefreshSession
{
    public sealed record Request([property: Required, StringLength(100)] string RefreshToken);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/refresh", HandleAsync)
        .AllowAnonymous().Produces<SessionAnswer>().WithName("RefreshSession").WithSummary("Takes a refresh token, once, and gives the next pair with the account as it is now");

    static async Task<IResult> HandleAsync(
        Request request, AccountsDbContext db, SessionTokens tokens, TimeProvider time, ILogger<RefreshToken> logger, CancellationToken cancellationToken)
    {
        var (hash, now) = (RefreshToken.HashOf(request.RefreshToken), time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // One statement finds it unused and uses it: of two at once, one waits here for the other and then finds it used.
        var used = await db.Database.SqlQuery<Guid>(
            $"update refresh_token set used_at = {now} where hash = {hash} and used_at is null and expires_at > {now} returning session_id as \"Value\"").ToListAsync(cancellationToken);
        if (used is not [var session])
        {
            await RevokeCopiedAsync(hash, db, now, logger, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return Ended;
        }

        var account = await db.Users.AsNoTracking()
            .SingleOrDefaultAsync(x => x.SuspendedAt == null && db.Sessions.Any(y => y.Id == session && y.AccountId == x.Id), cancellationToken);
        var continued = await db.Sessions.Where(x => x.Id == session && x.RevokedAt == null)
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.ExpiresAt, now + SessionTokens.RefreshLifetime), cancellationToken);
        if (account is null || continued == 0)
            return Ended;
        var answer = tokens.Continue(account, session);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(answer);
    }

    /// <summary>A token that was used before is held by two, and nobody knows by which one rightly: the session ends for both.</summary>
    static async Task RevokeCopiedAsync(byte[] hash, AccountsDbContext db, DateTimeOffset now, ILogger logger, CancellationToken cancellationToken)
    {
        if (await db.RefreshTokens.AsNoTracking().SingleOrDefaultAsync(x => x.Hash == hash && x.UsedAt != null, cancellationToken) is not { } copied)
            return;
        await db.RevokeSessionAsync(copied.SessionId, now, cancellationToken);
        logger.LogWarning("A refresh token of session {SessionId} came twice: the session is revoked", copied.SessionId);
    }

    static IResult Ended { get; } = Problem.Of(StatusCodes.Status401Unauthorized, "session-ended", "This session has ended. Please sign in again.");
}
