using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helpdesk.Messaging;

/// <summary>
/// Holds consumers and dispatcher back while the database is down. By itself a consumer would use up its retries within seconds, and its
/// messages would end in the error queue.
/// </summary>
sealed class DatabaseAvailability<TContext>(
    IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<DatabaseAvailability<TContext>> logger)
    where TContext : DbContext
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    readonly Lock _lock = new();
    Task _available = Task.CompletedTask;

    /// <summary>Whether the failure means that the database is down, not that a statement is wrong.</summary>
    public static bool IsOutage(Exception? failure) => failure switch
    {
        null => false,
        // Shut down, crashed, starting up; out of connections or disk.
        PostgresException { SqlState: var state } =>
            state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal),
        NpgsqlException { IsTransient: true } => true,
        _ => IsOutage(failure.InnerException),
    };

    public Task WaitUntilAvailableAsync(CancellationToken cancellationToken) =>
        _available.IsCompleted ? Task.CompletedTask : _available.WaitAsync(cancellationToken);

    /// <summary>Makes everybody wait until the database is available again.</summary>
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
                // Not through EF Core, which would log a stack trace for each failed attempt.
                var connection = scope.ServiceProvider.GetRequiredService<TContext>().Database.GetDbConnection();
                await connection.OpenAsync(lifetime.ApplicationStopping);
                if (isReported)
                    logger.LogInformation("The database answers again, after {Seconds:0} s", watch.Elapsed.TotalSeconds);
                return;
            }
            catch (Exception exception) when (!lifetime.ApplicationStopping.IsCancellationRequested)
            {
                if (!isReported)
                {
                    var reason = exception.GetBaseException().Message;
                    logger.LogWarning("The database does not answer ({Reason}); messages wait until it does", reason);
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
