using System.Collections.Concurrent;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Identity.Accounts;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Identity.Tests;

/// <summary>The service as its Program builds it, on a database and a broker of its own, and what it tells the others.</summary>
sealed class Helpdesk(string database, string broker, string? setupCode, int? hashIterations) : WebApplicationFactory<Program>
{
    public const string SetupCode = "ABCD-EFGH-JKLM";
    public const string AdminEmail = "ada@example.org";
    public const string Password = "quiet-harbour-19-lamps";

    readonly string _keys = Directory.CreateTempSubdirectory("helpdesk-keys-").FullName;

    public TestClock Clock { get; } = new();
    public CountingHasher Hasher => (CountingHasher)Services.GetRequiredService<IPasswordHasher<Account>>();
    public ConcurrentQueue<AccountChanged> Heard { get; } = [];

    /// <param name="setupCode">The code that is configured.</param>
    /// <param name="hashIterations">Null for the service's own number, which is slow by intention.</param>
    public static async Task<Helpdesk> StartAsync(string? setupCode = SetupCode, int? hashIterations = 10)
    {
        var template = await TestServers.TemplateAsync("identity", typeof(AccountsDbContext).Assembly, async connection =>
        {
            await using var db = Open(connection);
            await db.Database.MigrateAsync();
        });
        var helpdesk = new Helpdesk(await TestServers.CreateDatabaseAsync(template), await TestServers.CreateVirtualHostAsync(), setupCode, hashIterations);
        var bus = helpdesk.Services.GetRequiredService<IBusControl>();
        await bus.WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30));
        await bus.ConnectReceiveEndpoint("heard", x => x.Handler<AccountChanged>(message =>
        {
            helpdesk.Heard.Enqueue(message.Message);
            return Task.CompletedTask;
        })).Ready;
        return helpdesk;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:identity", database);
        builder.UseSetting("ConnectionStrings:rabbitmq", broker);
        builder.UseSetting("DataProtection:Keys", _keys);
        builder.UseSetting("Setup:Code", setupCode);
        builder.ConfigureLogging(x => x.ClearProviders());
        builder.ConfigureServices(x =>
        {
            x.AddSingleton<TimeProvider>(Clock);
            x.AddSingleton<IPasswordHasher<Account>, CountingHasher>();
            if (hashIterations is { } iterations)
                x.PostConfigure<PasswordHasherOptions>(y => y.IterationCount = iterations);
        });
    }

    public Client Anonymous() => new(CreateClient());

    /// <summary>The first administrator, signed in by the setup.</summary>
    public async Task<Client> SetUpAsync()
    {
        var anonymous = Anonymous();
        var answer = await anonymous.PostAsync("/api/setup", new { code = SetupCode, name = "Ada Admin", email = AdminEmail, password = Password, language = "es" });
        return anonymous.As(answer.Expect(201));
    }

    public async Task<Client> SignInAsync(string email, string password = Password)
    {
        var anonymous = Anonymous();
        return anonymous.As((await anonymous.PostAsync("/api/sessions", new { email, password })).Expect(200));
    }

    /// <summary>An account whose owner has changed his first password, signed in.</summary>
    public async Task<Client> MemberAsync(Client admin, string name, params string[] roles)
    {
        var account = await admin.CreateAsync(name, roles);
        var first = await SignInAsync(account.Text("email"), Client.FirstPassword);
        (await first.PutAsync("/api/accounts/me/password", new { current = Client.FirstPassword, @new = Password })).Expect(204);
        return await SignInAsync(account.Text("email"));
    }

    public async Task<T> ReadAsync<T>(Func<AccountsDbContext, Task<T>> read)
    {
        await using var db = Open(database);
        return await read(db);
    }

    public AccountsDbContext Open() => Open(database);

    /// <summary>What was published about an account, in the order of its versions, once there are so many.</summary>
    public async Task<IReadOnlyList<AccountChanged>> HeardAsync(Guid account, int count)
    {
        await Eventually.HoldsAsync(() => Heard.Count(x => x.AccountId == account) >= count);
        return [.. Heard.Where(x => x.AccountId == account).OrderBy(x => x.Version)];
    }

    static AccountsDbContext Open(string connection) =>
        new(new DbContextOptionsBuilder<AccountsDbContext>().UseNpgsql(connection, x => x.MigrationsHistoryTable("migrations")).Options);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_keys, true);
    }
}
