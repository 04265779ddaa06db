using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Attachment.Tests;

/// <summary>What the replicas of the service share: database, broker, keys, clock and the directory of the files.</summary>
sealed class Installation : IAsyncDisposable
{
    readonly List<Replica> _replicas = [];

    public required string Database { get; init; }
    public required string Broker { get; init; }
    public string Keys { get; } = Directory.CreateTempSubdirectory("helpdesk-keys-").FullName;
    public string Storage { get; } = Directory.CreateTempSubdirectory("helpdesk-files-").FullName;
    public TestClock Clock { get; } = new();

    public static async Task<Installation> CreateAsync()
    {
        var template = await TestServers.TemplateAsync("attachment", typeof(AttachmentDbContext).Assembly, async connection =>
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

    public AttachmentDbContext Open() => Open(Database);

    /// <summary>Where the bytes of a file are.</summary>
    public string PathOf(Guid id) => Path.Combine(Storage, "files", $"{id:N}"[^2..], $"{id:N}");

    /// <summary>Every file of the store, whatever it is.</summary>
    public string[] FilesOnDisk() => Directory.GetFiles(Storage, "*", SearchOption.AllDirectories);

    /// <summary>Makes a file undeletable, even for the administrator: in its place stands a directory that is not empty.</summary>
    public void Jam(Guid id)
    {
        File.Delete(PathOf(id));
        Directory.CreateDirectory(Path.Combine(PathOf(id), "jam"));
    }

    public void Unjam(Guid id) => Directory.Delete(PathOf(id), true);

    static AttachmentDbContext Open(string connection) =>
        new(new DbContextOptionsBuilder<AttachmentDbContext>().UseNpgsql(connection, x => x.MigrationsHistoryTable("migrations")).Options);

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
            await replica.DisposeAsync();
        Directory.Delete(Keys, true);
        Directory.Delete(Storage, true);
    }
}
