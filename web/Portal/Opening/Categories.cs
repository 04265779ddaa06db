using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.Opening;

/// <summary>What customers can choose from. Asked again after a while; with Assignment away the last known ones serve on, for a ticket needs nobody there.</summary>
sealed class Categories(IServiceScopeFactory scopes, TimeProvider time)
{
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    // So long a page waits for newer ones than it has; a service that hangs must not make every page hang.
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    readonly Lock _lock = new();
    Task _reading = Task.CompletedTask;
    DateTimeOffset _askedAt = DateTimeOffset.MinValue;
    IReadOnlyList<Category>? _known;

    public async Task<IReadOnlyList<Category>> ListAsync(CancellationToken cancellationToken)
    {
        var reading = Reading();
        if (_known is null)
            await reading.WaitAsync(cancellationToken);
        else
            await Task.WhenAny(reading, Task.Delay(Patience, time, cancellationToken));
        return _known ?? [];
    }

    /// <summary>One question at a time, whoever waits for its answer.</summary>
    Task Reading()
    {
        lock (_lock)
        {
            if (_reading.IsCompleted && (_known is null || time.GetUtcNow() - _askedAt >= Fresh))
            {
                _askedAt = time.GetUtcNow();
                _reading = ReadAsync();
            }

            return _reading;
        }
    }

    async Task ReadAsync()
    {
        using var scope = scopes.CreateScope();
        var services = scope.ServiceProvider.GetRequiredService<Services>();
        var all = new List<Category>();
        for (var page = 1; ; page++)
        {
            var answer = await services.SendAsync<Page<Category>>(Call.Get("assignment", $"/api/categories?page={page}&size=100"), CancellationToken.None);
            if (answer.Value is not { } part)
                return;
            all.AddRange(part.Items);
            if (!part.More)
                break;
        }

        _known = all;
    }
}
