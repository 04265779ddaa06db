using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Helpdesk.Messaging;

/// <summary>
/// Holds every connection back until the broker is available. By itself the bus would log a stack trace for each failed attempt, and back
/// off until it reconnects up to half a minute after the broker is back.
/// </summary>
sealed class BrokerAvailability(IHostApplicationLifetime lifetime, ILogger<BrokerAvailability> logger)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task WaitUntilAvailableAsync(ConnectionFactory factory)
    {
        var watch = Stopwatch.StartNew();
        var isReported = false;
        while (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = await factory.CreateConnectionAsync(lifetime.ApplicationStopping);
                if (isReported)
                {
                    logger.LogInformation(
                        "The broker answers again, after {Seconds:0} s; what waited leaves now", watch.Elapsed.TotalSeconds);
                }

                return;
            }
            catch (Exception exception) when (!lifetime.ApplicationStopping.IsCancellationRequested)
            {
                if (!isReported)
                {
                    logger.LogWarning("The broker at {Broker} does not answer ({Reason}); messages wait in the outbox until it does",
                        factory.Endpoint, exception.GetBaseException().Message);
                }

                isReported = true;
                await Task.Delay(Pause, lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
