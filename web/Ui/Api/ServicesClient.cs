using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;

namespace Helpdesk.Ui.Api;

/// <summary>How the pages reach the services.</summary>
public static class ServicesClient
{
    // Each goes to another replica, unless requests beside it take turns too; a refused connection costs next to nothing.
    const int MostRetries = 8;

    /// <summary>The client of the services, by their names: another replica each time,
    /// and at once the next when one is not there.</summary>
    public static void AddServicesClient(this WebApplicationBuilder builder)
    {
        // Without its pass-through: a service that has no address here is no host of the network.
        builder.Services.AddServiceDiscoveryCore().AddConfigurationServiceEndpointProvider();
        // It tells every attempt, and the last as an error. Whoever called hears of what came of it.
        builder.Logging.AddFilter("Polly", LogLevel.Critical);
        var client = builder.Services.AddHttpClient<Services>(http => http.Timeout = TimeSpan.FromSeconds(15))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromSeconds(2), AllowAutoRedirect = false, UseCookies = false,
            });
        client.AddResilienceHandler("replicas", x => x.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = MostRetries,
            Delay = TimeSpan.Zero,
            BackoffType = DelayBackoffType.Constant,
            UseJitter = false,
            // It has not seen a byte of the request, whatever its method. What broke later may have been carried out.
            ShouldHandle = attempt => ValueTask.FromResult(
                attempt.Outcome.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }),
        }));
        // Within the retry, so that each attempt chooses.
        client.AddServiceDiscovery();
    }
}
