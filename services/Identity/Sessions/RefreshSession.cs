using Helpdesk.Api.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

static class RefreshSession
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/refresh", HandleAsync)
        .AllowAnonymous()
        .Produces<SessionResponse>()
        .WithName("RefreshSession")
        .WithSummary(
            "Takes a refresh token, once, and gives the next pair with the account as it is now. Sent again within 30 seconds it gives "
            + "the same next token");

    static async Task<IResult> HandleAsync(
        RefreshSessionRequest request, AccountsDbContext db, SessionIssuer sessions, RefreshTokenGrace grace, RefreshTokenReuse reuse,
        TimeProvider time, CancellationToken cancellationToken)
    {
        var (hash, now, next) = (RefreshToken.HashOf(request.RefreshToken), time.GetUtcNow(), RefreshToken.Generate());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // One statement finds it unused and uses it: of two at once, one waits here for the other and then finds it used.
        var used = await db.Database.SqlQuery<Guid>($"""
            update refresh_token set used_at = {now}, successor = {grace.Protect(next)}
            where hash = {hash} and used_at is null and expires_at > {now} returning session_id as "Value"
            """).ToListAsync(cancellationToken);
        var successor = used is [] ? await grace.FindSuccessorAsync(hash, cancellationToken) : null;
        if (used is [] && successor is null)
        {
            await reuse.RevokeSessionAsync(hash, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return SessionRefusals.Ended.ToProblem();
        }

        var session = successor?.SessionId ?? used[0];
        // Shared lock: whoever takes a role away waits for this token to be issued, or this waits and reads the roles that are left.
        var account = (await db.Users.FromSql($"""
            select account.* from account join session on session.account_id = account.id
            where session.id = {session} and account.suspended_at is null for share of account
            """).AsNoTracking().ToListAsync(cancellationToken)).SingleOrDefault();
        if (account is null || !await sessions.TryExtendAsync(session, now, cancellationToken))
            return SessionRefusals.Ended.ToProblem();
        var current = await db.Sessions.AsNoTracking().SingleAsync(x => x.Id == session, cancellationToken);
        var response = successor is null
            ? await sessions.ContinueAsync(account, current, next, cancellationToken)
            : await sessions.RespondAsync(account, current, successor.Text, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(response);
    }
}
