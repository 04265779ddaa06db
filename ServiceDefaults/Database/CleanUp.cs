using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helpdesk.ServiceDefaults.Database;

/// <summary>Rows that have had their time.</summary>
public static class CleanUp
{
    /// <summary>Rows that one statement of a clean-up should delete at most: a long one would hold others up.</summary>
    public const int BatchSize = 1000;

    /// <summary>Deletes what is due, again and again while the host runs. A database that is away is no fault: the next round deletes more.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="what">What is deleted, in the plural, for the log.</param>
    /// <param name="every">Time between two rounds.</param>
    /// <param name="delete">Deletes what is due at the given moment, at most <see cref="BatchSize"/> rows, and tells how many; it is called again while the batch was full.</param>
    public static void AddCleanUp<TContext>(this IServiceCollection services, string what, TimeSpan every, Func<TContext, DateTimeOffset, CancellationToken, Task<int>> delete) where TContext : DbContext =>
        services.AddSingleton<IHostedService>(provider => new Rounds<TContext>(what, every, delete, provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>().CreateLogger("Helpdesk.CleanUp")));

    sealed class Rounds<TContext>(string what, TimeSpan every, Func<TContext, DateTimeOffset, CancellationToken, Task<int>> delete,
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
                catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
                {
                    logger.LogInformation("{What} stay until the database answers again: {Reason}", what, exception.Message);
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
