using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helpdesk.ServiceDefaults.Database;

/// <summary>The database of a service.</summary>
public static class DatabaseSetup
{
    // Npgsql's default is a hundred: under load a handful of hosts would exceed the server's limit, and each refused connection costs a
    // handshake. A few serve thousands of statements a second.
    const int Connections = 20;

    // Compiling a statement takes longer than any of ours runs. Random pages do not cost four times as much as sequential ones, as on a
    // spinning disk. And starting parallel workers takes longer than any of our statements.
    const string ServerOptions = "-c jit=off -c random_page_cost=1.1 -c max_parallel_workers_per_gather=0";

    /// <summary>
    /// Adds the context, its health check, its telemetry and its migration. Failed commands are not retried here: a retrying strategy
    /// forbids the transactions that the outbox needs, and messages are retried as a whole.
    /// </summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="name">Name of the connection string, the same as the database's.</param>
    /// <exception cref="InvalidOperationException">The connection string is missing.</exception>
    public static void AddDatabase<TContext>(this IHostApplicationBuilder builder, string name) where TContext : DbContext
    {
        var connection = builder.Configuration.GetConnectionString(name);
        if (string.IsNullOrWhiteSpace(connection))
            throw new InvalidOperationException($"ConnectionStrings:{name} is missing: it says where the database of this service is.");

        builder.Services.AddDbContextPool<TContext>(options => options
            .UsePostgres(AsServicesNeedIt(connection))
            .AddInterceptors(new DuplicateRequestInterceptor())
            // A failure is an exception, and whoever does not expect it logs it once; a double click that hits a unique key is no error.
            .ConfigureWarnings(events => events.Log(
                (RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.TransactionError, LogLevel.Debug),
                (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.QueryIterationFailed, LogLevel.Debug))));
        // For what ServiceDefaults itself keeps in a service's database, by whatever type its context is.
        builder.Services.AddScoped<DbContext>(services => services.GetRequiredService<TContext>());
        var isExported = builder.Configuration.IsExported();
        builder.EnrichNpgsqlDbContext<TContext>(x =>
        {
            x.DisableRetry = true;
            (x.DisableTracing, x.DisableMetrics) = (!isExported, !isExported);
        });
        builder.Services.AddSingleton(new DatabaseMigration(name, async (services, cancellationToken) =>
        {
            await using var scope = services.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<TContext>().Database;
            if (await database.CanConnectAsync(cancellationToken))
            {
                await UnknownMigrations.RefuseAsync(database, cancellationToken);
                // Without its table of migrations, the server logs an error when EF Core looks into it for the first time.
                await database.ExecuteSqlRawAsync(
                    database.GetService<IHistoryRepository>().GetCreateIfNotExistsScript(), cancellationToken);
            }

            await database.MigrateAsync(cancellationToken);
        }));
    }

    static string AsServicesNeedIt(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        // What the installation says itself, counts.
        if (!settings.ShouldSerialize("Maximum Pool Size"))
            settings.MaxPoolSize = Connections;
        if (!settings.ShouldSerialize("Options"))
            settings.Options = ServerOptions;
        // No session state outlives a transaction but a replica's LISTEN, which is harmless on a reused connection: so the reset, which
        // each statement would wait for, can be left out.
        if (!settings.ShouldSerialize("No Reset On Close"))
            settings.NoResetOnClose = true;
        return settings.ConnectionString;
    }
}
