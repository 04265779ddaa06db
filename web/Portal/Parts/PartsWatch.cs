using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.Parts;

/// <summary>How the parts are that a customer may notice, asked of them every few seconds, so that no page waits for one that is away.</summary>
sealed class PartsWatch(IServiceScopeFactory scopes, TimeProvider time) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    // In the order in which a ticket meets them.
    static readonly string[] Names = ["ticketing", "captcha", "attachment", "assignment", "notification", "identity"];

    public IReadOnlyList<Part> Current { get; private set; } = [.. Names.Select(x => new Part(x, PartState.Works))];

    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>Parts that are late or away; a ticket can be opened all the same when they are not needed for it.</summary>
    public IEnumerable<Part> Troubled => Current.Where(x => x.State != PartState.Works);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            Current = await Task.WhenAll(Names.Select(x => AskAsync(x, stoppingToken)));
            AskedAt = time.GetUtcNow();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task<Part> AskAsync(string service, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var scope = scopes.CreateScope();
            using var response = await scope.ServiceProvider.GetRequiredService<Services>().OpenAsync(Call.Get(service, "/health"), patience.Token);
            var word = await response.Content.ReadAsStringAsync(patience.Token);
            return new(service, word switch
            {
                _ when !response.IsSuccessStatusCode => PartState.Away,
                "Degraded" => PartState.Late,
                _ => PartState.Works,
            });
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new(service, PartState.Away);
        }
    }
}

/// <summary>One part and how it is.</summary>
public sealed record Part(string Service, PartState State);

public enum PartState
{
    Works,

    /// <summary>It takes what comes and does the rest later.</summary>
    Late,

    Away,
}
