using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>
/// Fetches Identity's public keys: at the start, every hour, and for a token whose key is not known. The last ones are kept, so that
/// tokens can be checked while Identity is away, also by a host that starts meanwhile.
/// </summary>
sealed class TokenKeyFetcher(
    TokenKeys keys, ITokenKeyStore store, ServiceEndpoints endpoints, IHttpClientFactory clients, TimeProvider time,
    ILogger<TokenKeyFetcher> logger) : BackgroundService
{
    /// <summary>Name of the HTTP client.</summary>
    public const string Client = "token-keys";

    /// <summary>Bytes of an answer that is looked at.</summary>
    public const int LargestAnswer = 64 * 1024;

    static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Anybody can send tokens with unknown keys; so often Identity is asked for them at most.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    readonly Lock _lock = new();
    Task<bool> _fetch = Task.FromResult(false);
    DateTimeOffset _begunAt = DateTimeOffset.MinValue;
    string? _kept;

    /// <summary>What was kept is read before the first request comes.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _kept = await store.ReadAsync(cancellationToken);
            if (_kept is not null && !keys.TryReplace(_kept))
                logger.LogWarning("The kept keys of Identity cannot be read; they are fetched anew");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(
                "The kept keys of Identity are out of reach ({Reason}); they are fetched anew", exception.GetBaseException().Message);
        }

        await base.StartAsync(cancellationToken);
    }

    /// <summary>Fetches the keys unless that was done a moment ago. Whoever comes meanwhile waits for the same answer.</summary>
    /// <returns>Whether Identity gave them.</returns>
    public Task<bool> RefreshAsync()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            // Whichever way the clock was moved meanwhile.
            if (_fetch.IsCompleted && (now - _begunAt).Duration() >= Pause)
                (_begunAt, _fetch) = (now, FetchAsync());
            return _fetch;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var fetched = await RefreshAsync().WaitAsync(stoppingToken);
            await Task.Delay(fetched ? Interval : Pause, time, stoppingToken);
        }
    }

    async Task<bool> FetchAsync()
    {
        // Not on the time of the request that happened to come first, nor under the lock.
        await Task.Yield();
        foreach (var replica in endpoints.Of("identity"))
        {
            try
            {
                using var http = clients.CreateClient(Client);
                var answer = await http.GetStringAsync(new Uri(replica, TokenKeys.Path));
                if (keys.TryReplace(answer))
                {
                    await KeepAsync(answer);
                    return true;
                }

                logger.LogWarning("{Replica} gave no keys for its tokens; the last ones stay", replica);
            }
            catch (Exception exception)
            {
                logger.LogDebug(exception, "{Replica} does not tell the keys of its tokens; the last ones stay", replica);
            }
        }

        return false;
    }

    async Task KeepAsync(string answer)
    {
        if (answer == _kept)
            return;
        try
        {
            await store.KeepAsync(answer, CancellationToken.None);
            _kept = answer;
        }
        catch (Exception exception)
        {
            logger.LogWarning(
                "The keys of Identity could not be kept ({Reason}); the next time is in an hour", exception.GetBaseException().Message);
        }
    }
}
