using System.Collections.Concurrent;
using Helpdesk.Fixtures;
using Helpdesk.Messaging;
using Helpdesk.ServiceDefaults.Database;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Operations.Tests;

public sealed record TicketStub(Guid Id, string Number, string Subject);

/// <summary>A fact about a ticket, with what a person wrote.</summary>
public sealed record RepairAsked(TicketStub Ticket, string Words);

/// <summary>A service as small as can be, on the broker of the installation.</summary>
sealed class FailingService : IAsyncDisposable
{
    readonly WebApplication _app;

    FailingService(WebApplication app) => _app = app;

    public const string Queue = "sample-order-repair";

    public string Address => _app.Urls.First();

    /// <summary>How often each ticket's message was tried, and done.</summary>
    public Repairs Repairs => _app.Services.GetRequiredService<Repairs>();

    public static async Task<FailingService> StartAsync(string broker)
    {
        var database = await TestServers.CreateDatabaseAsync();
        var builder = WebApplication.CreateBuilder(["--ConnectionStrings:rabbitmq", broker, "--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Repairs>();
        builder.Services.AddDbContextPool<FailingDbContext>(x => x.UsePostgres(database));
        builder.AddMessaging<FailingDbContext>("sample", x => x.AddConsumer<OrderRepair>());
        var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<FailingDbContext>().Database.EnsureCreatedAsync();
        await app.StartAsync();
        await app.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromMinutes(2));
        return new FailingService(app);
    }

    public Task PublishAsync(RepairAsked message) => _app.Services.GetRequiredService<IBus>().Publish(message);

    /// <summary>It consumes nothing any more.</summary>
    public Task PauseAsync() => _app.Services.GetRequiredService<IBusControl>().StopAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

sealed class Repairs
{
    public ConcurrentDictionary<Guid, int> Done { get; } = new();

    /// <summary>Consumers fail for these.</summary>
    public ConcurrentDictionary<Guid, bool> Broken { get; } = new();
}

sealed class OrderRepair(Repairs repairs) : IConsumer<RepairAsked>
{
    public Task Consume(ConsumeContext<RepairAsked> context)
    {
        var ticket = context.Message.Ticket.Id;
        if (repairs.Broken.ContainsKey(ticket))
            throw new InvalidOperationException($"Cannot order: {context.Message.Words}");
        repairs.Done.AddOrUpdate(ticket, 1, (_, n) => n + 1);
        return Task.CompletedTask;
    }
}

sealed class FailingDbContext(DbContextOptions<FailingDbContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddMessaging();
}
