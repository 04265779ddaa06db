using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Challenges;

/// <summary>Deletes challenges and proofs that nobody answered in time.</summary>
static class ExpiredChallenges
{
    // SKIP LOCKED: another replica may delete at the same moment.
    public static void AddExpiredChallenges(this IServiceCollection services)
    {
        services.AddPeriodicCleanup<CaptchaDbContext>(
            "Expired challenges", Every, (db, now, cancellationToken) => db.Database.ExecuteSqlAsync($"""
            delete from challenge where id in (
              select id from challenge where expires_at <= {now} order by expires_at limit {PeriodicCleanup.BatchSize}
              for update skip locked)
            """, cancellationToken));
        services.AddPeriodicCleanup<CaptchaDbContext>(
            "Expired proofs", Every, (db, now, cancellationToken) => db.Database.ExecuteSqlAsync($"""
            delete from proof where id in (
              select id from proof where expires_at <= {now} order by expires_at limit {PeriodicCleanup.BatchSize}
              for update skip locked)
            """, cancellationToken));
    }

    static TimeSpan Every(IServiceProvider services) => services.GetRequiredService<IOptions<ChallengeOptions>>().Value.PurgeEvery;
}
