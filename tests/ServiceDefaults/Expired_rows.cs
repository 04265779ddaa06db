using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class Expired_rows
{
    [Fact]
    public async Task Are_deleted_batch_after_batch_and_round_after_round()
    {
        await using var db = await StartedAsync(out var rounds, await TestServers.CreateDatabaseAsync(),
            round => Task.FromResult(round is 1 or 2 ? PeriodicCleanup.BatchSize : 5), TimeSpan.FromMinutes(10));
        await Eventually.HoldsAsync(() => rounds.Count == 3);

        await using var often = await StartedAsync(out var more, await TestServers.CreateDatabaseAsync(), _ => Task.FromResult(0),
            TimeSpan.FromMilliseconds(20));
        await Eventually.HoldsAsync(() => more.Count > 3);
    }

    [Fact]
    public async Task Stay_while_the_database_is_away_and_the_host_goes_on()
    {
        await using var host = await StartedAsync(out var rounds, "Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=1", null,
            TimeSpan.FromMilliseconds(20));
        await Eventually.HoldsAsync(() => rounds.Count > 2);
        Assert.False(host.Lifetime.ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public async Task Stay_when_something_else_goes_wrong_and_the_host_goes_on()
    {
        await using var host = await StartedAsync(out var rounds, await TestServers.CreateDatabaseAsync(),
            _ => throw new InvalidOperationException("No such column."), TimeSpan.FromMilliseconds(20));
        await Eventually.HoldsAsync(() => rounds.Count > 2);
        Assert.False(host.Lifetime.ApplicationStopping.IsCancellationRequested);
    }

    /// <param name="delete">Null asks the database.</param>
    static Task<WebApplication> StartedAsync(out Rounds rounds, string database, Func<int, Task<int>>? delete, TimeSpan every)
    {
        var counted = rounds = new Rounds();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDbContext<Nothing>(x => x.UseNpgsql(database));
        builder.Services.AddPeriodicCleanup<Nothing>("Rows", every, (db, _, cancellationToken) =>
        {
            counted.Count++;
            return delete?.Invoke(counted.Count) ?? db.Rows.Where(x => x.Id > 0).ExecuteDeleteAsync(cancellationToken);
        });
        return StartAsync(builder.Build());
    }

    static async Task<WebApplication> StartAsync(WebApplication app)
    {
        await app.StartAsync();
        return app;
    }

    sealed class Rounds
    {
        public int Count { get; set; }
    }

    sealed class Nothing(DbContextOptions<Nothing> options) : DbContext(options)
    {
        public DbSet<Row> Rows => Set<Row>();
    }

    sealed class Row
    {
        public int Id { get; init; }
    }
}
