using Helpdesk.Messaging;
using Helpdesk.ServiceDefaults.Database;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Load.Dispatching;

/// <summary>A message as large as an ordinary event.</summary>
public sealed record Drained(int Number, string Text);

sealed class DrainDbContext(DbContextOptions<DrainDbContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddMessaging();
}

/// <summary>One replica that has nothing to do but to drain its outbox.</summary>
sealed class DrainHost(IHost host) : IDisposable
{
    public const int PerTransaction = 500;
    static readonly string Text = new('x', 1200);

    public static async Task<DrainHost> BuildAsync(string database, string broker, TimeProvider clock)
    {
        var builder = Host.CreateApplicationBuilder(["--ConnectionStrings:rabbitmq", broker]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
        builder.Services.AddSingleton(clock);
        builder.Services.AddDbContextPool<DrainDbContext>(x => x.UsePostgres(database));
        builder.AddMessaging<DrainDbContext>("drain");
        var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DrainDbContext>().Database.EnsureCreatedAsync();
        return new DrainHost(host);
    }

    public async Task StartAsync()
    {
        await host.StartAsync();
        await host.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30));
    }

    public Task StopAsync() => host.StopAsync();

    public void Wake() => host.Services.GetRequiredService<OutboxSignal>().Set();

    public async Task WriteAsync(int count)
    {
        for (var written = 0; written < count; written += PerTransaction)
        {
            await using var scope = host.Services.CreateAsyncScope();
            var publish = scope.ServiceProvider.GetRequiredService<IPublishEndpoint>();
            for (var i = 0; i < Math.Min(PerTransaction, count - written); i++)
                await publish.Publish(new Drained(written + i, Text));
            await scope.ServiceProvider.GetRequiredService<DrainDbContext>().SaveChangesAsync();
        }
    }

    public async Task<bool> IsDrainedAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        return !await scope.ServiceProvider.GetRequiredService<DrainDbContext>().Set<OutboxMessage>().AnyAsync();
    }

    public void Dispose() => host.Dispose();
}
