using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Helpdesk.Messaging;

/// <summary>
/// Wakes the other replicas' dispatchers by LISTEN and NOTIFY. A replica normally delivers what it wrote itself; it notifies the others
/// only when it has lost the broker, because NOTIFY in every commit would serialize all commits of the server.
/// </summary>
sealed class ReplicaNotifier<TContext>(IServiceScopeFactory scopes, OutboxSignal signal) : BackgroundService where TContext : DbContext
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    readonly string _self = Guid.NewGuid().ToString("N");

    public async Task NotifyAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<TContext>().Database;
        await database.ExecuteSqlAsync($"SELECT pg_notify('outbox_message', {_self})", cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception)
            {
                // The dispatcher, which polls anyway, reports that the database is down.
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task Listen(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var connection = (NpgsqlConnection)scope.ServiceProvider.GetRequiredService<TContext>().Database.GetDbConnection();
        await connection.OpenAsync(stoppingToken);
        connection.Notification += (_, call) =>
        {
            if (call.Payload != _self)
                signal.SetByOtherReplica();
        };
        await using (var command = new NpgsqlCommand("LISTEN outbox_message", connection))
            await command.ExecuteNonQueryAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
            await connection.WaitAsync(stoppingToken);
    }
}
