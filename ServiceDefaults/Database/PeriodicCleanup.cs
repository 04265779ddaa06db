using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helpdesk.ServiceDefaults.Database;

/// <summary>Rows that have had their time.</summary>
public static class PeriodicCleanup
{
    /// <summary>Rows that one statement of a clean-up should delete at most: a long one would hold others up.</summary>
    public const int BatchSize = 1000;

    /// <summary>Deletes what is due, again and again while the host runs. A round that fails, as when the database is away, never ends the host: the next round deletes more.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="what">What is deleted, in the plural, for the log.</param>
    /// <param name="every">Time between two rounds.</param>
    /// <param name="delete">Deletes what is due at the given moment, at most <see cref="BatchSize"/> rows, and tells how many; it is called again while the batch was full.</param>
    public static void AddPeriodicCleanup<TContext>(this IServiceCollection services, string what, TimeSpan every, Func<TContext, DateTimeOffset, CancellationToken, Task<int>> delete) where TContext : DbContext =>
        services.AddPeriodicCleanup(what, _ => every, delete);

    /// <summary>The same, with a time between two rounds that is known only when the host starts.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="what">What is deleted, in the plural, for the log.</param>
    /// <param name="every">Tells the time between two rounds, such as from validated settings.</param>
    /// <param name="delete">Deletes what is due at the given moment, at most <see cref="BatchSize"/> rows, and tells how many; it is called again while the batch was full.</param>
    public static void AddPeriodicCleanup<TContext>(
        this IServiceCollection services, string what, Func<IServiceProvider, TimeSpan> every, Func<TContext, DateTimeOffset, CancellationToken, Task<int>> delete) where TContext : DbContext =>
        services.AddSingleton<IHostedService>(provider => new CleanupService<TContext>(what, every(provider), delete, provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>().CreateLogger("Helpdesk.Cleanup")));

    sealed class CleanupService<TContext>(string what, TimeSpan every, Func<TContext, DateTimeOffset, CancellationToken, Task<int>> delete,
        IServiceScopeFactory scopes, TimeProvider time, ILogger logger) : BackgroundService where TContext : DbContext
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(every, time);
            do
            {
                try
                {
                    while (await DeleteAsync(stoppingToken) >= BatchSize)
                    {
                    }
                }
                // EF Core wraps what may pass by itself in another exception.
                catch (Exception exception) when (exception.GetBaseException() is NpgsqlException { IsTransient: true } or TimeoutException or SocketException)
                {
                    logger.LogInformation("{What} stay until the database answers again: {Reason}", what, exception.GetBaseException().Message);
                }
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
                {
                    logger.LogError(exception, "{What} could not be deleted; the next try is in {Every}", what, every);
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
