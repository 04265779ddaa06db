using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Helpdesk.Messaging;

/// <summary>
/// Calls the other replicas, and hears their calls. A replica delivers what it wrote itself; it calls only when the broker is away
/// for it, because a notification in every commit would make all commits of the server wait for each other.
/// </summary>
sealed class ReplicaNotifier<TContext>(IServiceScopeFactory scopes, OutboxSignal signal) : BackgroundService where TContext : DbContext
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    readonly string _self = Guid.NewGuid().ToString("N");

    public async Task NotifyAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TContext>().Database.ExecuteSqlAsync($"SELECT pg_notify('outbox_message', {_self})", cancellationToken);
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
                // The dispatcher, which polls all the same, tells when the database is away.
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
