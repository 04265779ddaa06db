using Helpdesk.Fixtures;
using Helpdesk.Notification.Tests.Smtp;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

/// <summary>What the replicas of the service share: database, broker, keys, clock and mail server.</summary>
sealed class Installation : IAsyncDisposable
{
    readonly List<Replica> _replicas = [];

    public required string Database { get; init; }
    public required string Broker { get; init; }
    public string Keys { get; } = Directory.CreateTempSubdirectory("helpdesk-keys-").FullName;
    public TestClock Clock { get; } = new();
    public SmtpServer Smtp { get; set; } = new();

    public static async Task<Installation> CreateAsync()
    {
        var template = await TestServers.TemplateAsync("notification", typeof(NotificationDbContext).Assembly, async connection =>
        {
            await using var db = Open(connection);
            await db.Database.MigrateAsync();
        });
        return new() { Database = await TestServers.CreateDatabaseAsync(template), Broker = await TestServers.CreateVirtualHostAsync() };
    }

    /// <summary>An installation with one replica that is ready.</summary>
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

    public NotificationDbContext Open() => Open(Database);

    static NotificationDbContext Open(string connection) =>
        new(new DbContextOptionsBuilder<NotificationDbContext>().UseNpgsql(connection, x => x.MigrationsHistoryTable("migrations")).Options);

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
            await replica.DisposeAsync();
        await Smtp.DisposeAsync();
        Directory.Delete(Keys, true);
    }
}
