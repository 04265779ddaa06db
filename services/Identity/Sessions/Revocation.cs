using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

static class Revocation
{
    /// <summary>Ends all sessions of an account, or all but one, at once.</summary>
    public static Task RevokeSessionsAsync(this AccountsDbContext db, Guid account, DateTimeOffset at, CancellationToken cancellationToken, Guid? except = null) =>
        db.Sessions.Where(x => x.AccountId == account && x.RevokedAt == null && x.Id != except).ExecuteUpdateAsync(x => x.SetProperty(y => y.RevokedAt, at), cancellationToken);

    public static Task RevokeSessionAsync(this AccountsDbContext db, Guid session, DateTimeOffset at, CancellationToken cancellationToken) =>
        db.Sessions.Where(x => x.Id == session && x.RevokedAt == null).ExecuteUpdateAsync(x => x.SetProperty(y => y.RevokedAt, at), cancellationToken);
}
