using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Timeout;

namespace Helpdesk.Ui.Api;

/// <summary>How the pages reach the services: typed clients, one per service, over one pipeline.</summary>
public static class ApiClientSetup
{
    // Each goes to another replica, unless requests beside it take turns too; a refused connection costs next to nothing.
    const int MostReplicas = 8;

    static readonly TimeSpan WholeRequest = TimeSpan.FromSeconds(15);

    // Leaves time for the second attempt.
    static readonly TimeSpan OneAttempt = TimeSpan.FromSeconds(7);

    /// <summary>
    /// The typed clients. Each request goes to another replica, and at once to the next when one is not there. What only reads is asked
    /// once more when its answer breaks off or does not come in time; what changes something is never repeated once a byte of it was sent.
    /// </summary>
    public static void AddApiClients(this WebApplicationBuilder builder)
    {
        // Without its pass-through: a service that has no address here is no host of the network.
        builder.Services.AddServiceDiscoveryCore().AddConfigurationServiceEndpointProvider();
        // It tells every attempt, and the last as an error. Whoever called hears of what came of it.
        builder.Logging.AddFilter("Polly", LogLevel.Critical);
        builder.Services.AddTransient<BufferedResponses>();
        var client = builder.Services.AddHttpClient<ApiSender>(http => http.Timeout = WholeRequest)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromSeconds(2), AllowAutoRedirect = false, UseCookies = false,
            });
        client.AddResilienceHandler("replicas", x => x.AddRetry(IfReadingBroke()).AddRetry(IfNobodyWasThere()).AddTimeout(OfReading()));
        // Within the retries, so that each attempt is read to its end and chooses its replica.
        client.AddHttpMessageHandler<BufferedResponses>();
        client.AddServiceDiscovery();
        builder.Services.AddTransient<AssignmentClient>().AddTransient<AttachmentClient>().AddTransient<CaptchaClient>()
            .AddTransient<HealthClient>().AddTransient<IdentityClient>().AddTransient<NotificationClient>()
            .AddTransient<OperationsClient>().AddTransient<TicketingClient>();
    }

    static HttpRetryStrategyOptions IfReadingBroke() => Retry(1, (request, exception) => IsSafe(request)
        && (exception is TimeoutRejectedException or HttpRequestException { HttpRequestError: not HttpRequestError.ConnectionError }));

    // That replica has not seen a byte of the request, whatever its method. What broke later may have been carried out.
    static HttpRetryStrategyOptions IfNobodyWasThere() => Retry(MostReplicas, (_, exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError });

    static HttpTimeoutStrategyOptions OfReading() => new()
    {
        TimeoutGenerator = x => ValueTask.FromResult(IsSafe(x.Context.GetRequestMessage()) ? OneAttempt : Timeout.InfiniteTimeSpan),
    };

    static HttpRetryStrategyOptions Retry(int most, Func<HttpRequestMessage?, Exception?, bool> when) => new()
    {
        MaxRetryAttempts = most,
        Delay = TimeSpan.Zero,
        BackoffType = DelayBackoffType.Constant,
        UseJitter = false,
        ShouldHandle = x => ValueTask.FromResult(when(x.Context.GetRequestMessage(), x.Outcome.Exception)),
    };

    static bool IsSafe(HttpRequestMessage? request) => request?.Method == HttpMethod.Get || request?.Method == HttpMethod.Head;
}
