using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Ticketing.Timers;

/// <summary>
/// The policy that holds now. Each replica caches it for some seconds, so that a change needs no restart and a request no round trip more.
/// </summary>
sealed class CachedPolicy(IServiceScopeFactory scopes, PolicySources sources, TimeProvider time)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(3);
    const long Lock = 0x7469_6d65_7273;

    // A record, and not a pair: it is read while another writes it.
    Known? _last;

    public async ValueTask<Policy> GetAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && time.GetElapsedTime(last.ReadAt) < Lifetime)
            return last.Policy;
        var readAt = time.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var policy = await ReadAsync(scope.ServiceProvider.GetRequiredService<TicketingDbContext>(), cancellationToken);
        _last = new(policy, readAt);
        return policy;
    }

    /// <summary>
    /// The policy as the database has it, for whoever sets a timer by it: in the same transaction, which a change of the settings
    /// then waits for, and moves what was set.
    /// </summary>
    public async Task<Policy> HoldAsync(TicketingDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared({Lock})", cancellationToken);
        return await ReadAsync(db, cancellationToken);
    }

    public static Task LockForChangeAsync(TicketingDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", cancellationToken);

    async Task<Policy> ReadAsync(TicketingDbContext db, CancellationToken cancellationToken) =>
        sources.Combine(await db.Settings.AsNoTracking().SingleOrDefaultAsync(x => x.Id == Settings.TheOne, cancellationToken));

    sealed record Known(Policy Policy, long ReadAt);
}
