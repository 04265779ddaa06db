namespace Helpdesk.Ui.Api;

/// <summary>
/// A response of a service that many pages share: one request at a time, sent again after a while. While the service is silent the last
/// response serves on, and a page that has one waits a moment at most for a newer.
/// </summary>
/// <param name="lifetime">So long a response serves before it is asked for again.</param>
public abstract class CachedResponse<T>(IServiceScopeFactory scopes, TimeProvider time, TimeSpan lifetime)
    where T : class
{
    // A service that hangs must not make every page hang.
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    readonly Lock _lock = new();
    Task _refresh = Task.CompletedTask;
    DateTimeOffset _requestedAt = DateTimeOffset.MinValue;
    T? _last;

    /// <summary>Asks the service; null when there was no answer.</summary>
    /// <param name="services">A scope of their own.</param>
    protected abstract Task<T?> FetchAsync(IServiceProvider services);

    /// <summary>Null when the service has not answered yet.</summary>
    protected async Task<T?> ReadAsync(CancellationToken cancellationToken)
    {
        var refresh = BeginRefresh();
        if (_last is null)
            await refresh.WaitAsync(cancellationToken);
        else
            await Task.WhenAny(refresh, Task.Delay(Patience, time, cancellationToken));
        return _last;
    }

    Task BeginRefresh()
    {
        lock (_lock)
        {
            if (_refresh.IsCompleted && (_last is null || time.GetUtcNow() - _requestedAt >= lifetime))
            {
                _requestedAt = time.GetUtcNow();
                _refresh = RefreshAsync();
            }

            return _refresh;
        }
    }

    async Task RefreshAsync()
    {
        using var scope = scopes.CreateScope();
        _last = await FetchAsync(scope.ServiceProvider) ?? _last;
    }
}
