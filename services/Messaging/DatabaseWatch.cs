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
sealed class DatabaseWatch<TContext>(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<DatabaseWatch<TContext>> logger) where TContext : DbContext
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    readonly Lock _lock = new();
    Task _answers = Task.CompletedTask;

    /// <summary>Whether the failure says that the database is away, and not that something is wrong with what was asked of it.</summary>
    public static bool IsAway(Exception? failure) => failure switch
    {
        null => false,
        // Shut down, crashed, starting up; out of connections or disk.
        PostgresException answer => answer.SqlState.StartsWith("57P", StringComparison.Ordinal) || answer.SqlState.StartsWith("53", StringComparison.Ordinal),
        NpgsqlException { IsTransient: true } => true,
        _ => IsAway(failure.InnerException),
    };

    public Task UntilItAnswers(CancellationToken cancellationToken) => _answers.IsCompleted ? Task.CompletedTask : _answers.WaitAsync(cancellationToken);

    /// <summary>From now on everybody waits, until it answers again.</summary>
    public void Lost()
    {
        lock (_lock)
        {
            if (_answers.IsCompleted)
                _answers = Task.Run(Ask);
        }
    }

    async Task Ask()
    {
        var watch = Stopwatch.StartNew();
        var said = false;
        while (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                // Below EF Core, which would log a stack trace for each vain attempt.
                await scope.ServiceProvider.GetRequiredService<TContext>().Database.GetDbConnection().OpenAsync(lifetime.ApplicationStopping);
                if (said)
                    logger.LogInformation("The database answers again, after {Seconds:0} s", watch.Elapsed.TotalSeconds);
                return;
            }
            catch (Exception exception) when (!lifetime.ApplicationStopping.IsCancellationRequested)
            {
                if (!said)
                    logger.LogWarning("The database does not answer ({Reason}); messages wait until it does", exception.GetBaseException().Message);
                said = true;
                await Task.Delay(Pause, lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
