using Helpdesk.Api.Deliveries;
using Helpdesk.Api.MailStatus;
using Helpdesk.Notification.Sending;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Status;

/// <summary>Read once in a few seconds, however many pages ask.</summary>
sealed class CachedMailStatus(IServiceScopeFactory scopes, MailServerHealth health, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>What a busy worker may need.</summary>
    public static readonly TimeSpan InTime = TimeSpan.FromSeconds(30);

    /// <summary>When so few are refused for now while other mail leaves, it is their mailboxes and not the mail server.</summary>
    const int Few = 3;

    readonly SemaphoreSlim _reading = new(1);
    (MailStatusResponse Response, DateTimeOffset At)? _last;

    public async ValueTask<MailStatusResponse> GetAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (_last is not { } last || (now - last.At).Duration() >= Fresh)
                _last = last = (await ReadAsync(now, cancellationToken), now);
            return last.Response;
        }
        finally
        {
            _reading.Release();
        }
    }

    async Task<MailStatusResponse> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var deliveries = scope.ServiceProvider.GetRequiredService<NotificationDbContext>().Deliveries.AsNoTracking();
        var overdue = now - InTime;
        // What is held back on purpose was never tried, and its time has not come.
        var late = deliveries.Where(x => x.NextAttemptAt != null
            && (x.NextAttemptAt <= overdue || (x.State == DeliveryState.Queued ? x.Attempts > 0 : x.Attempts > 1)));
        var first = await late.OrderBy(x => x.CreatedAt).Select(x => (DateTimeOffset?)x.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        if (first is not { } oldest)
            return new(MailState.UpToDate, 0);

        var tried = await late.Where(x => x.Attempts > 0)
            .Select(x => x.CanonicalAddress).Distinct().Take(Few).CountAsync(cancellationToken);
        var untried = await late.AnyAsync(x => x.NextAttemptAt <= overdue && x.Attempts == 0, cancellationToken);
        var leaving = health.HasAnswered
            || await deliveries.AnyAsync(x => x.State == DeliveryState.Sent && x.CreatedAt > oldest, cancellationToken);
        if (leaving && !untried && tried < Few)
            return new(MailState.UpToDate, 0);
        return new(leaving || tried == 0 ? MailState.CatchingUp : MailState.Down, (long)(now - oldest).TotalSeconds);
    }

    public void Dispose() => _reading.Dispose();
}
