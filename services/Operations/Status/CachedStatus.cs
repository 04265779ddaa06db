using Helpdesk.Api.Operations;
using Helpdesk.Operations.Queues;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Operations.Status;

/// <summary>Read once in a few seconds, however many ask.</summary>
sealed class CachedStatus(IServiceScopeFactory scopes, ServiceClient others, TimeProvider time) : IDisposable
{
    static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    /// <summary>What busy services may need.</summary>
    static readonly TimeSpan InTime = TimeSpan.FromMinutes(1);

    readonly SemaphoreSlim _reading = new(1);
    (OperationsState State, DateTimeOffset At)? _last;

    sealed record Mail(string State);

    public async Task<OperationsState> ReadAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (_last is not { } last || (now - last.At).Duration() >= Lifetime)
                _last = last = (await ReadAsync(now, cancellationToken), now);
            return last.State;
        }
        finally
        {
            _reading.Release();
        }
    }

    async Task<OperationsState> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // One that does not answer is told of by its own state on the status page.
        if (await others.AskAsync<Mail>("notification", "/api/mail-status", cancellationToken) is { State: not "upToDate" })
            return OperationsState.MailLate;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OperationsDbContext>();
        var overdue = now - InTime;
        return await db.Failures.AnyAsync(x => x.SettledAt == null, cancellationToken)
            || await db.Queues.AnyAsync(x => x.NotEmptySince <= overdue, cancellationToken)
            || await db.Outboxes.AnyAsync(x => x.OldestDue <= overdue || x.SetAside > 0, cancellationToken)
            ? OperationsState.SomethingWaits
            : OperationsState.AllWell;
    }

    public void Dispose() => _reading.Dispose();
}
