using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Quotas;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

/// <summary>What is of no use any more, looked for from time to time.</summary>
static class ExpiredRows
{
    static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    static readonly TimeSpan LinkRetention = TimeSpan.FromDays(30);

    public static void AddCleanUps(this IServiceCollection services)
    {
        services.AddPeriodicCleanup<AccountsDbContext>("Ended sessions", Interval, DeleteSessionsAsync);
        services.AddPeriodicCleanup<AccountsDbContext>("Links that ended long ago", Interval, DeleteLinksAsync);
        services.AddQuotas<AccountsDbContext>();
    }

    /// <summary>With their used tokens, when no refresh token of theirs could be good any more.</summary>
    public static Task<int> DeleteSessionsAsync(AccountsDbContext db, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Sessions.Where(x => x.ExpiresAt <= now)
            .OrderBy(x => x.ExpiresAt).Take(PeriodicCleanup.BatchSize).ExecuteDeleteAsync(cancellationToken);

    static Task<int> DeleteLinksAsync(AccountsDbContext db, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Links.Where(x => x.ExpiresAt <= now - LinkRetention)
            .OrderBy(x => x.ExpiresAt).Take(PeriodicCleanup.BatchSize).ExecuteDeleteAsync(cancellationToken);
}
