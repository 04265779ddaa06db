using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Fixtures;

/// <summary>What the replicas of a service share: database, broker, keys, clock and settings.</summary>
/// <param name="service">Its name, and its database's.</param>
public class ServiceInstallation<TContext>(string service) : IAsyncDisposable where TContext : DbContext
{
    public string Database { get; private set; } = "";
    public string Broker { get; private set; } = "";
    public string Keys { get; } = Directory.CreateTempSubdirectory("helpdesk-keys-").FullName;
    public TestClock Clock { get; } = new();

    /// <summary>Settings of every replica; those of a single one override them.</summary>
    public virtual IEnumerable<(string Key, string Value)> Settings =>
        [($"ConnectionStrings:{service}", Database), ("ConnectionStrings:rabbitmq", Broker), ("DataProtection:Keys", Keys)];

    /// <summary>Creates what the first replica needs, with the public keys of Identity as if it had fetched them before.</summary>
    public virtual async Task PrepareAsync()
    {
        var template = await TestServers.TemplateAsync(service, typeof(TContext).Assembly, async connection =>
        {
            await using var db = Open(connection);
            await db.Database.MigrateAsync();
        });
        Database = await TestServers.CreateDatabaseAsync(template);
        Broker = await TestServers.CreateVirtualHostAsync();
        await using var seeded = Open();
        if (seeded.Model.GetEntityTypes().Any(x => x.GetTableName() == "token_keys"))
            await seeded.Database.ExecuteSqlAsync($"insert into token_keys (id, jwks) values (1, {TestIssuer.Shared.Jwks})");
    }

    public TContext Open() => Open(Database);

    public virtual ValueTask DisposeAsync()
    {
        Directory.Delete(Keys, true);
        if (Broker.Length > 0)
            TestServers.DiscardVirtualHost(Broker);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    static TContext Open(string connection) => (TContext)Activator.CreateInstance(
        // For thousands of rows at once on a busy machine; the service's own connections keep their timeout.
        typeof(TContext), new DbContextOptionsBuilder<TContext>().UsePostgres(connection, x => x.CommandTimeout(300)).Options)!;
}
