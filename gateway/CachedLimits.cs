using Helpdesk.ServiceDefaults;

namespace Helpdesk.Gateway;

/// <summary>
/// Requests in a minute: as an administrator chose them, else as this host is configured. The choice is asked of Identity every few
/// seconds and the last one known counts: whether Identity answers or not, no request waits for it.
/// </summary>
sealed class CachedLimits(IConfiguration configuration, ServiceEndpoints endpoints, HttpClient http, ILogger<CachedLimits> logger) : BackgroundService
{
    public const string Source = "/api/settings/public";

    readonly ConfiguredLimits _configured = new(
        PerMinute(configuration, "Anonymous", 20), PerMinute(configuration, "SignedIn", 100),
        PerMinute(configuration, "SignIn", 50), PerMinute(configuration, "Pages", 300));
    readonly TimeSpan _every = configuration.GetValue("Limits:RefreshInterval", TimeSpan.FromSeconds(10));
    ChosenLimits _chosen = new(null, null, null);

    public int Anonymous => _chosen.AnonymousPerMinute ?? _configured.Anonymous;

    public int SignedIn => _chosen.SignedInPerMinute ?? _configured.SignedIn;

    public int SignIn => _chosen.SignInPerMinute ?? _configured.SignIn;

    public int Pages => _configured.Pages;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every);
        do
        {
            if (await AskAsync(stoppingToken) is { } chosen && chosen != _chosen)
            {
                _chosen = chosen;
                logger.LogInformation("Requests in a minute: {Anonymous} without an account, {SignedIn} with one, {SignIn} to sign in", Anonymous, SignedIn, SignIn);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public override void Dispose()
    {
        http.Dispose();
        base.Dispose();
    }

    async Task<ChosenLimits?> AskAsync(CancellationToken cancellationToken)
    {
        foreach (var replica in endpoints.Of("identity"))
        {
            try
            {
                var answer = await http.GetFromJsonAsync<SettingsResponse>(new Uri(replica, Source), cancellationToken);
                if (answer?.Limits is { } limits && limits.AreValid)
                    return limits;
            }
            // Whatever is wrong with the answer: the gateway must not end for it.
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogDebug(exception, "{Replica} does not tell the limits", replica);
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
        // A limit of nothing would shut everybody out, also whoever could put it right.
        public bool AreValid => AnonymousPerMinute is null or > 0 && SignedInPerMinute is null or > 0 && SignInPerMinute is null or > 0;
    }
}
