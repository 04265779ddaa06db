using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.Opening;

/// <summary>What customers can choose from. Asked again after a while; with Assignment away the last known ones serve on, for a ticket needs nobody there.</summary>
sealed class Categories(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim _one = new(1);
    (DateTimeOffset At, IReadOnlyList<Category> Known) _last = (DateTimeOffset.MinValue, []);

    public async Task<IReadOnlyList<Category>> ListAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - _last.At < Fresh)
            return _last.Known;
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (time.GetUtcNow() - _last.At < Fresh)
                return _last.Known;
            using var scope = scopes.CreateScope();
            if (await ReadAsync(scope.ServiceProvider.GetRequiredService<Services>(), cancellationToken) is { } read)
                _last = (time.GetUtcNow(), read);
            return _last.Known;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    static async Task<IReadOnlyList<Category>?> ReadAsync(Services services, CancellationToken cancellationToken)
    {
        var all = new List<Category>();
        for (var page = 1; ; page++)
        {
            var answer = await services.SendAsync<Page<Category>>(Call.Get("assignment", $"/api/categories?page={page}&size=100"), cancellationToken);
            if (answer.Value is not { } part)
                return null;
            all.AddRange(part.Items);
            if (!part.More)
                return all;
        }
    }
}
