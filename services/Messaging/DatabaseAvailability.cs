using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helpdesk.Messaging;

/// <summary>
/// Holds consumers and dispatcher while the database is away. Left alone, a consumer would use up its retries within seconds, and
/// its messages would end in the error queue.
/// </summary>
sealed class DatabaseAvailability<TContext>(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<DatabaseAvailability<TContext>> logger) where TContext : DbContext
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    readonly Lock _lock = new();
    Task _available = Task.CompletedTask;

    /// <summary>Whether the failure says that the database is away, and not that something is wrong with what was asked of it.</summary>
    public static bool IsOutage(Exception? failure) => failure switch
    {
        null => false,
        // Shut down, crashed, starting up; out of connections or disk.
        PostgresException answer => answer.SqlState.StartsWith("57P", StringComparison.Ordinal) || answer.SqlState.StartsWith("53", StringComparison.Ordinal),
        NpgsqlException { IsTransient: true } => true,
        _ => IsOutage(failure.InnerException),
    };

    public Task WaitUntilAvailableAsync(CancellationToken cancellationToken) => _available.IsCompleted ? Task.CompletedTask : _available.WaitAsync(cancellationToken);

    /// <summary>From now on everybody waits, until it answers again.</summary>
    public void ReportOutage()
    {
        lock (_lock)
        {
            if (_available.IsCompleted)
                _available = Task.Run(PollAsync);
        }
    }

    async Task PollAsync()
    {
        var watch = Stopwatch.StartNew();
        var isReported = false;
        while (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                // Below EF Core, which would log a stack trace for each vain attempt.
                await scope.ServiceProvider.GetRequiredService<TContext>().Database.GetDbConnection().OpenAsync(lifetime.ApplicationStopping);
                if (isReported)
                    logger.LogInformation("The database answers again, after {Seconds:0} s", watch.Elapsed.TotalSeconds);
                return;
            }
            catch (Exception exception) when (!lifetime.ApplicationStopping.IsCancellationRequested)
            {
                if (!isReported)
                    logger.LogWarning("The database does not answer ({Reason}); messages wait until it does", exception.GetBaseException().Message);
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
