using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Ticketing.Timers;

/// <summary>Tells the policy that is valid now. Each replica remembers it for some seconds, so that a change needs no restart and a request no journey more.</summary>
sealed class PolicyInForce(
    IServiceScopeFactory scopes, IOptions<ClosingOptions> closing, IOptions<RetentionOptions> retention, IOptions<VisibilityOptions> visibility, IOptions<InstallationOptions> installation, TimeProvider time)
{
    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(3);
    const long Lock = 0x7469_6d65_7273;

    // A record, and not a pair: it is read while another writes it.
    Known? _last;

    public async ValueTask<Policy> CurrentAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && time.GetElapsedTime(last.ReadAt) < Remembered)
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
    public async Task<Policy> ForTimersAsync(TicketingDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared({Lock})", cancellationToken);
        return await ReadAsync(db, cancellationToken);
    }

    public static Task LockAgainstTimersAsync(TicketingDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", cancellationToken);

    async Task<Policy> ReadAsync(TicketingDbContext db, CancellationToken cancellationToken) =>
        Policy.Of(await db.Settings.AsNoTracking().SingleOrDefaultAsync(x => x.Id == Settings.TheOne, cancellationToken), closing.Value, retention.Value, visibility.Value, installation.Value);

    sealed record Known(Policy Policy, long ReadAt);
}
