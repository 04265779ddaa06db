using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>
/// Fetches Identity's public keys: at startup, every hour, and for a token whose key is not known. The last ones are stored, so that
/// tokens can be validated while Identity is down, even by a host that starts meanwhile.
/// </summary>
sealed class TokenKeyFetcher(
    TokenKeys keys, ITokenKeyStore store, ServiceEndpoints endpoints, IHttpClientFactory clients, TimeProvider time,
    ILogger<TokenKeyFetcher> logger) : BackgroundService
{
    /// <summary>Name of the HTTP client.</summary>
    public const string Client = "token-keys";

    /// <summary>Larger responses are not read (bytes).</summary>
    public const int MaxResponseSize = 64 * 1024;

    static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>The shortest interval between two fetches: anybody can send tokens with unknown keys.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    readonly Lock _lock = new();
    Task<bool> _fetch = Task.FromResult(false);
    DateTimeOffset _begunAt = DateTimeOffset.MinValue;
    string? _stored;

    /// <summary>Reads the stored keys before the first request.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _stored = await store.ReadAsync(cancellationToken);
            if (_stored is not null && !keys.TryReplace(_stored))
                logger.LogWarning("The stored keys of Identity cannot be read; fetching them again");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(
                "The stored keys of Identity are not available ({Reason}); fetching them again", exception.GetBaseException().Message);
        }

        await base.StartAsync(cancellationToken);
    }

    /// <summary>Fetches the keys unless that was done a moment ago. Concurrent callers share one fetch.</summary>
    /// <returns>Whether Identity returned them.</returns>
    public Task<bool> RefreshAsync()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            // In either direction: the clock may have been set back.
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
        // Outside the lock.
        await Task.Yield();
        foreach (var replica in endpoints.Of("identity"))
        {
            try
            {
                using var http = clients.CreateClient(Client);
                var response = await http.GetStringAsync(new Uri(replica, TokenKeys.Path));
                if (keys.TryReplace(response))
                {
                    await StoreAsync(response);
                    return true;
                }

                logger.LogWarning("{Replica} returned no keys; keeping the last ones", replica);
            }
            catch (Exception exception)
            {
                logger.LogDebug(exception, "{Replica} did not return its keys; keeping the last ones", replica);
            }
        }

        return false;
    }

    async Task StoreAsync(string response)
    {
        if (response == _stored)
            return;
        try
        {
            await store.StoreAsync(response, CancellationToken.None);
            _stored = response;
        }
        catch (Exception exception)
        {
            logger.LogWarning(
                "The keys of Identity could not be stored ({Reason}); next try in an hour", exception.GetBaseException().Message);
        }
    }
}
