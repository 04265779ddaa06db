using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

/// <summary>What the replicas of the service share: database, broker, keys and clock; and an ear for what they publish.</summary>
sealed class Installation : IAsyncDisposable
{
    readonly List<Replica> _replicas = [];

    public required string Database { get; init; }
    public required string Broker { get; init; }
    public required Ear Ear { get; init; }
    public string Keys { get; } = Directory.CreateTempSubdirectory("helpdesk-keys-").FullName;
    public TestClock Clock { get; } = new();

    public static async Task<Installation> CreateAsync()
    {
        var template = await TestServers.TemplateAsync("assignment", typeof(AssignmentDbContext).Assembly, async connection =>
        {
            await using var db = Open(connection);
            await db.Database.MigrateAsync();
        });
        var broker = await TestServers.CreateVirtualHostAsync();
        return new() { Database = await TestServers.CreateDatabaseAsync(template), Broker = broker, Ear = await Ear.OpenAsync(broker) };
    }

    /// <summary>An installation with one replica that is ready.</summary>
    public static async Task<(Installation Installation, Replica Replica)> RunningAsync()
    {
        var installation = await CreateAsync();
        return (installation, await installation.StartAsync());
    }

    public async Task<Replica> StartAsync(params (string Key, string Value)[] settings)
    {
        var replica = new Replica(this, settings);
        _replicas.Add(replica);
        await replica.ReadyAsync();
        return replica;
    }

    public AssignmentDbContext Open() => Open(Database);

    static AssignmentDbContext Open(string connection) =>
        new(new DbContextOptionsBuilder<AssignmentDbContext>().UseNpgsql(connection, x => x.MigrationsHistoryTable("migrations")).Options);

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
            await replica.DisposeAsync();
        await Ear.DisposeAsync();
        Directory.Delete(Keys, true);
    }
}
