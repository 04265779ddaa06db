using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helpdesk.ServiceDefaults.Database;

/// <summary>Deletes expired rows periodically.</summary>
public static class PeriodicCleanup
{
    /// <summary>How many rows one statement should delete at most: a long one would block others.</summary>
    public const int BatchSize = 1000;

    /// <summary>
    /// Deletes expired rows periodically while the host runs. A failed run, such as while the database is down, never ends the host: the
    /// next run deletes more.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="what">What is deleted, in the plural, for the log.</param>
    /// <param name="interval">Time between two runs.</param>
    /// <param name="delete">
    /// Deletes what has expired at the given moment, at most <see cref="BatchSize"/> rows, and returns how many; it is called again while
    /// the batch was full.
    /// </param>
    public static void AddPeriodicCleanup<TContext>(this IServiceCollection services, string what, TimeSpan interval,
        Func<TContext, DateTimeOffset, CancellationToken, Task<int>> delete) where TContext : DbContext =>
        services.AddPeriodicCleanup(what, _ => interval, delete);

    /// <summary>The same, with an interval that is known only when the host starts.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="what">What is deleted, in the plural, for the log.</param>
    /// <param name="interval">Time between two runs, such as from validated settings.</param>
    /// <param name="delete">
    /// Deletes what has expired at the given moment, at most <see cref="BatchSize"/> rows, and returns how many; it is called again while
    /// the batch was full.
    /// </param>
    public static void AddPeriodicCleanup<TContext>(
        this IServiceCollection services, string what, Func<IServiceProvider, TimeSpan> interval,
        Func<TContext, DateTimeOffset, CancellationToken, Task<int>> delete) where TContext : DbContext =>
        services.AddSingleton<IHostedService>(provider => new CleanupService<TContext>(
            what, interval(provider), delete, provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>().CreateLogger("Helpdesk.Cleanup")));

    sealed class CleanupService<TContext>(
        string what, TimeSpan interval, Func<TContext, DateTimeOffset, CancellationToken, Task<int>> delete,
        IServiceScopeFactory scopes, TimeProvider time, ILogger logger) : BackgroundService where TContext : DbContext
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(interval, time);
            do
            {
                try
                {
                    while (await DeleteAsync(stoppingToken) >= BatchSize)
                    {
                    }
                }
                // EF Core wraps transient failures in another exception.
                catch (Exception exception)
                    when (exception.GetBaseException() is NpgsqlException { IsTransient: true } or TimeoutException or SocketException)
                {
                    var reason = exception.GetBaseException().Message;
                    logger.LogInformation("{What} stay until the database is available again: {Reason}", what, reason);
                }
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
                {
                    logger.LogError(exception, "{What} could not be deleted; the next try is in {Interval}", what, interval);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }

        async Task<int> DeleteAsync(CancellationToken cancellationToken)
        {
            await using var scope = scopes.CreateAsyncScope();
            return await delete(scope.ServiceProvider.GetRequiredService<TContext>(), time.GetUtcNow(), cancellationToken);
        }
    }
}
