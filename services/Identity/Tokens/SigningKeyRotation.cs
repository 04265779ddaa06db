using Helpdesk.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace Helpdesk.Identity.Tokens;

/// <summary>
/// Makes the next key when its time has come, and deletes those whose last token has ended. Of several replicas one does.
/// </summary>
sealed class SigningKeyRotation(AccountsDbContext db, ValueProtector protector, IOptions<SigningKeyOptions> options, TimeProvider time)
{
    const long Lock = 0x4865_6C70_5369_676E;

    /// <summary>In the order in which they sign.</summary>
    public Task<List<SigningKey>> ReadAsync(CancellationToken cancellationToken) =>
        db.SigningKeys.OrderBy(x => x.SignsFrom).ThenBy(x => x.Id).ToListAsync(cancellationToken);

    /// <summary>Whether there is anything to do.</summary>
    public bool IsDue(IReadOnlyList<SigningKey> keys) => NextFrom(keys) is not null || Over(keys).Any();

    public async Task<List<SigningKey>> RotateAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await LockAsync(cancellationToken);
        db.ChangeTracker.Clear();
        var keys = await ReadAsync(cancellationToken);
        var mine = keys.Where(x => x.Open(protector) is not null).ToList();
        db.RemoveRange(Over(keys));
        if (NextFrom(mine) is { } from)
            db.Add(SigningKey.Create(from, protector));
        return await CommitAsync(transaction, cancellationToken);
    }

    /// <summary>Another key, at once, and no trace of those before: whoever has a copy of one can do nothing with it.</summary>
    public async Task ReplaceAllAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await LockAsync(cancellationToken);
        await db.SigningKeys.ExecuteDeleteAsync(cancellationToken);
        db.Add(SigningKey.Create(time.GetUtcNow(), protector));
        await CommitAsync(transaction, cancellationToken);
    }

    async Task<IDbContextTransaction> LockAsync(CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", cancellationToken);
        return transaction;
    }

    async Task<List<SigningKey>> CommitAsync(IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var keys = await ReadAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return keys;
    }

    DateTimeOffset? NextFrom(IReadOnlyList<SigningKey> keys)
    {
        var now = time.GetUtcNow();
        var latest = keys.Any(x => x.SignsFrom <= now) ? keys[^1].SignsFrom : (DateTimeOffset?)null;
        return SigningKeySchedule.NextFrom(latest, now, options.Value.RotateEvery);
    }

    IEnumerable<SigningKey> Over(IReadOnlyList<SigningKey> keys) =>
        keys.Zip(keys.Skip(1)).Where(x => SigningKeySchedule.IsOver(x.Second.SignsFrom, time.GetUtcNow())).Select(x => x.First);
}
