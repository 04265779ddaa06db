using Helpdesk.ServiceDefaults;

namespace Helpdesk.Gateway;

/// <summary>
/// The limits of requests per minute: an administrator's choice, else this host's configuration. The choice is fetched from Identity
/// every few seconds and cached, so that no request waits for Identity, not even while it is down.
/// </summary>
sealed class CachedRateLimits(IConfiguration configuration, ServiceEndpoints endpoints, HttpClient http, ILogger<CachedRateLimits> logger)
    : BackgroundService
{
    public const string Source = "/api/settings/public";

    readonly ConfiguredLimits _configured = new(
        PerMinute(configuration, "Anonymous", 20), PerMinute(configuration, "SignedIn", 100),
        PerMinute(configuration, "SignIn", 50), PerMinute(configuration, "Pages", 300));
    readonly TimeSpan _interval = configuration.GetValue("Limits:RefreshInterval", TimeSpan.FromSeconds(10));
    ChosenLimits _chosen = new(null, null, null);

    public int Anonymous => _chosen.AnonymousPerMinute ?? _configured.Anonymous;

    public int SignedIn => _chosen.SignedInPerMinute ?? _configured.SignedIn;

    public int SignIn => _chosen.SignInPerMinute ?? _configured.SignIn;

    public int Pages => _configured.Pages;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval);
        do
        {
            if (await FetchAsync(stoppingToken) is { } chosen && chosen != _chosen)
            {
                _chosen = chosen;
                logger.LogInformation("Requests per minute: {Anonymous} without an account, {SignedIn} with one, {SignIn} to sign in",
                    Anonymous, SignedIn, SignIn);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public override void Dispose()
    {
        http.Dispose();
        base.Dispose();
    }

    async Task<ChosenLimits?> FetchAsync(CancellationToken cancellationToken)
    {
        foreach (var replica in endpoints.Of("identity"))
        {
            try
            {
                var answer = await http.GetFromJsonAsync<SettingsResponse>(new Uri(replica, Source), cancellationToken);
                if (answer?.Limits is { } limits && limits.AreValid)
                    return limits;
            }
            // Whatever is wrong with the response must not end the gateway.
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogDebug(exception, "{Replica} did not return the limits", replica);
            }
        }

        return null;
    }

    static int PerMinute(IConfiguration configuration, string who, int preset)
    {
        var limit = configuration.GetValue($"Limits:{who}PerMinute", preset);
        return limit > 0 ? limit : throw new InvalidOperationException($"Limits:{who}PerMinute must be at least 1.");
    }

    sealed record ConfiguredLimits(int Anonymous, int SignedIn, int SignIn, int Pages);

    sealed record SettingsResponse(ChosenLimits? Limits);

    sealed record ChosenLimits(int? AnonymousPerMinute, int? SignedInPerMinute, int? SignInPerMinute)
    {
        // A limit of zero would lock everybody out, including whoever could correct it.
        public bool AreValid => AnonymousPerMinute is null or > 0 && SignedInPerMinute is null or > 0 && SignInPerMinute is null or > 0;
    }
}
