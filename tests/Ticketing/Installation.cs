using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

/// <summary>What the replicas of the service share: database, broker, keys and clock.</summary>
sealed class Installation : IAsyncDisposable
{
    readonly List<Replica> _replicas = [];

    public required string Database { get; init; }
    public required string Broker { get; init; }
    public string Keys { get; } = Directory.CreateTempSubdirectory("helpdesk-keys-").FullName;
    public TestClock Clock { get; } = new();

    public static async Task<Installation> CreateAsync()
    {
        var template = await TestServers.TemplateAsync("ticketing", typeof(TicketingDbContext).Assembly, async connection =>
        {
            await using var db = Open(connection);
            await db.Database.MigrateAsync();
        });
        return new() { Database = await TestServers.CreateDatabaseAsync(template), Broker = await TestServers.CreateVirtualHostAsync() };
    }

    public static async Task<(Installation Installation, Replica Replica)> RunningAsync(params (string Key, string Value)[] settings)
    {
        var installation = await CreateAsync();
        return (installation, await installation.StartAsync(settings));
    }

    public async Task<Replica> StartAsync(params (string Key, string Value)[] settings)
    {
        var replica = new Replica(this, settings);
        _replicas.Add(replica);
        await replica.ReadyAsync();
        return replica;
    }

    public TicketingDbContext Open() => Open(Database);

    static TicketingDbContext Open(string connection) =>
        new(new DbContextOptionsBuilder<TicketingDbContext>().UseNpgsql(connection, x => x.MigrationsHistoryTable("migrations")).Options);

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
            await replica.DisposeAsync();
        Directory.Delete(Keys, true);
    }
}
