using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Database;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Messaging.Tests;

/// <summary>A service as small as can be, on a database and a virtual host of its own unless they are given.</summary>
public sealed class SampleHost : IAsyncDisposable
{
    /// <summary>An address where no broker is.</summary>
    public const string Nowhere = "amqp://nobody:nothing@127.0.0.1:1";

    readonly IHost _host;

    SampleHost(IHost host, TestClock clock, string database, string broker)
    {
        _host = host;
        Clock = clock;
        Database = database;
        Broker = broker;
    }

    public TestClock Clock { get; }

    public string Database { get; }

    public string Broker { get; }

    public Seen Seen => _host.Services.GetRequiredService<Seen>();

    public IBus Bus => _host.Services.GetRequiredService<IBus>();

    public OutboxSignal Signal => _host.Services.GetRequiredService<OutboxSignal>();

    public IServiceProvider Services => _host.Services;

    public Logbook Log => _host.Services.GetRequiredService<Logbook>();

    public static async Task<SampleHost> StartAsync(string? database = null, string? broker = null, TestClock? clock = null,
        bool? prepared = null, params string[] settings)
    {
        var isNew = !(prepared ?? database is not null);
        database ??= await TestServers.CreateDatabaseAsync();
        broker ??= await TestServers.CreateVirtualHostAsync();
        clock ??= new TestClock();
        var host = Build(database, broker, clock, settings);
        if (isNew)
        {
            await using var scope = host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SampleDbContext>().Database.EnsureCreatedAsync();
        }

        await host.StartAsync();
        if (broker != Nowhere)
            await host.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromMinutes(2));
        return new SampleHost(host, clock, database, broker);
    }

    public static IHost Build(string database, string broker, TimeProvider clock, string[] settings)
    {
        var builder = Host.CreateApplicationBuilder(["--ConnectionStrings:rabbitmq", broker, .. settings]);
        // The levels of ServiceDefaults.
        builder.Logging.ClearProviders().AddFilter("MassTransit", LogLevel.Warning)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Services.AddSingleton<Logbook>();
        builder.Services.AddSingleton<ILoggerProvider>(x => x.GetRequiredService<Logbook>());
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<Seen>();
        builder.Services.AddDbContextPool<SampleDbContext>(x => x.UsePostgres(database));
        builder.AddMessaging<SampleDbContext>("sample", x =>
        {
            x.AddConsumer<EchoPing>();
            x.AddConsumer<NoteEcho>();
            x.AddConsumer<AnswerQuestion>();
            x.AddConsumer<NoteClosing>();
            x.AddConsumer<NoteFiling>();
            x.AddSagaStateMachine<CaseMachine, CaseSaga>();
            x.AddRequestClient<Question>();
        });
        return builder.Build();
    }

    /// <summary>What a request does: something in a scope of its own.</summary>
    public async Task<T> InScope<T>(Func<IServiceProvider, SampleDbContext, Task<T>> work)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<SampleDbContext>());
    }

    public Task PublishAndSave(params object[] messages) => InScope(async (services, db) =>
    {
        var publish = services.GetRequiredService<IPublishEndpoint>();
        foreach (var message in messages)
            await publish.Publish(message);
        return await db.SaveChangesAsync();
    });

    public Task<CaseSaga?> Case(Guid id) => InScope((_, db) => db.Cases.AsNoTracking().SingleOrDefaultAsync(x => x.CorrelationId == id));

    public Task<int> Timers() => InScope((_, db) => db.Set<OutboxMessage>().CountAsync(x => x.SchedulingToken != null));

    public Task<int> Rows() => InScope((_, db) => db.Set<OutboxMessage>().CountAsync());

    /// <summary>Moves the clock and lets the dispatcher look at it.</summary>
    public void Jump(TimeSpan by)
    {
        Clock.Advance(by);
        Signal.Set();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
