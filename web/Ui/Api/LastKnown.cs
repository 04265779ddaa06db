using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Ui.Api;

/// <summary>
/// An answer of a service that many pages share: one question at a time, asked again after a while.
/// While the service is silent the last answer serves on, and a page that has one waits a moment at most for a newer.
/// </summary>
/// <param name="fresh">So long an answer serves before it is asked for again.</param>
/// <param name="ask">Null when there was no answer.</param>
public abstract class LastKnown<T>(IServiceScopeFactory scopes, TimeProvider time, TimeSpan fresh, Func<Services, Task<T?>> ask)
    where T : class
{
    // A service that hangs must not make every page hang.
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    readonly Lock _lock = new();
    Task _asking = Task.CompletedTask;
    DateTimeOffset _askedAt = DateTimeOffset.MinValue;
    T? _known;

    /// <summary>Null when the service has not answered yet.</summary>
    protected async Task<T?> ReadAsync(CancellationToken cancellationToken)
    {
        var asking = Asking();
        if (_known is null)
            await asking.WaitAsync(cancellationToken);
        else
            await Task.WhenAny(asking, Task.Delay(Patience, time, cancellationToken));
        return _known;
    }

    Task Asking()
    {
        lock (_lock)
        {
            if (_asking.IsCompleted && (_known is null || time.GetUtcNow() - _askedAt >= fresh))
            {
                _askedAt = time.GetUtcNow();
                _asking = AskAsync();
            }

            return _asking;
        }
    }

    async Task AskAsync()
    {
        using var scope = scopes.CreateScope();
        _known = await ask(scope.ServiceProvider.GetRequiredService<Services>()) ?? _known;
    }
}
