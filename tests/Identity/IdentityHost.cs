using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Links;
using Helpdesk.Identity.Settings;
using Helpdesk.Messaging;
using Helpdesk.ServiceDefaults.Protection;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Identity.Tests;

/// <summary>Identity in an installation of its own, and what it tells the others.</summary>
sealed class IdentityHost(ServiceInstallation<AccountsDbContext> installation, string? setupCode, int? hashIterations)
    : ServiceReplica<Program, AccountsDbContext>(installation)
{
    public const string SetupCode = "ABCD-EFGH-JKLM";
    public const string AdminEmail = "ada@example.org";
    public const string Password = "quiet-harbour-19-lamps";

    public CountingHasher Hasher => (CountingHasher)Services.GetRequiredService<IPasswordHasher<Account>>();
    readonly ConcurrentQueue<object> _published = [];
    readonly ConsumersInFlight _consumersInFlight = new();

    /// <param name="setupCode">The code that is configured.</param>
    /// <param name="hashIterations">Null for the service's own number, which is slow by intention.</param>
    public static async Task<IdentityHost> StartAsync(string? setupCode = SetupCode, int? hashIterations = 10)
    {
        var installation = new ServiceInstallation<AccountsDbContext>("identity");
        await installation.PrepareAsync();
        var host = new IdentityHost(installation, setupCode, hashIterations);
        await host.ReadyAsync();
        return host;
    }

    public override async Task ReadyAsync()
    {
        await base.ReadyAsync();
        Services.GetRequiredService<IBusControl>().ConnectReceiveObserver(_consumersInFlight);
        await Services.GetRequiredService<IBusControl>().ConnectReceiveEndpoint("heard", x =>
        {
            Record<AccountChanged>(x);
            Record<AccessRevoked>(x);
            Record<AccountSecurityChanged>(x);
            Record<InvitationIssued>(x);
            Record<EmailConfirmationRequested>(x);
            Record<EmailChangeRequested>(x);
            Record<RegistrationRepeated>(x);
            Record<PasswordResetRequested>(x);
            Record<SettingsChanged>(x);
        }).Ready;
    }

    void Record<T>(IReceiveEndpointConfigurator endpoint) where T : class => endpoint.Handler<T>(message =>
    {
        _published.Enqueue(message.Message);
        return Task.CompletedTask;
    });

    /// <summary>What was published so far.</summary>
    public IReadOnlyList<T> Published<T>() => [.. _published.OfType<T>()];

    /// <summary>The only event that fits, once it was published.</summary>
    public async Task<T> PublishedAsync<T>(Func<T, bool> fits)
    {
        await Eventually.HoldsAsync(() => Published<T>().Any(fits));
        return Assert.Single(Published<T>(), x => fits(x));
    }

    /// <summary>
    /// Returns once everything that was published before has been heard and answered: messages of one queue come in their order, and there
    /// are two that strangers write to. Several are consumed side by side, so the last one may be the first to be done.
    /// </summary>
    public async Task WaitUntilIdleAsync()
    {
        var mark = $"{Guid.CreateVersion7():N}@example.org";
        (await Anonymous().PostAsync("/api/password-resets", new { email = mark })).Expect(HttpStatusCode.Accepted);
        (await Anonymous().PostAsync("/api/registrations", new { name = "Mark", email = mark })).Expect(HttpStatusCode.Accepted);
        await PublishedAsync<EmailConfirmationRequested>(x => x.To.Email == mark);
        await Eventually.HoldsAsync(() => _consumersInFlight.HasConsumed(new PasswordResetSubmitted(mark)));
        await Eventually.HoldsAsync(async () => _consumersInFlight.IsEmpty && !await ReadAsync(db => db.Set<OutboxMessage>().AnyAsync()));
    }

    /// <summary>As on the first day but for the keys that sign: nothing is under way, nothing is stored, nothing was told.</summary>
    public async Task ResetAsync()
    {
        await WaitUntilIdleAsync();
        await using var db = Open();
        // As a replica of the database, which the rules that protect the audit log let pass.
        await db.Database.ExecuteSqlRawAsync("""
            set session_replication_role = replica;
            do $$ declare t record; begin
              for t in select tablename from pg_tables where schemaname = 'public' and tablename not in ('migrations', 'signing_key') loop
                execute format('delete from %I', t.tablename);
              end loop;
            end $$;
            reset session_replication_role;
            """);
        Services.GetRequiredService<CachedSettings>().Invalidate();
        _published.Clear();
        Log.All.Clear();
        ExpectedServerErrors.Clear();
        Hasher.Forget();
    }

    /// <summary>The secret as it stands in the link that the mail shows.</summary>
    public string SecretOf(string token) => Protector.Unprotect<LinkSecret>(token)!.Value;

    /// <param name="database">Of one that is started again; else a new one.</param>
    /// <param name="alone">Identity is down for it.</param>
    public async Task<OtherHost> StartOtherAsync(string? database = null, bool alone = false) => await OtherHost.StartAsync(
        database ?? await TestServers.CreateDatabaseAsync(), Installation.Broker, Installation.Keys, Clock, alone ? null : Server);

    /// <summary>The folder of keys that every host shares.</summary>
    public IEnumerable<string> KeyFiles() => Directory.GetFiles(Installation.Keys, "*.xml").Select(File.ReadAllText);

    /// <summary>Runs the host with one of its other arguments, on this installation.</summary>
    public async Task<(int Code, string Said)> RunAsync(string verb)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add(verb);
        // Not among the arguments, where they would be taken for it.
        foreach (var (key, value) in Installation.Settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await wrong);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Setup:Code", setupCode);
        // Others use the machine at the same time: whoever waits here is not to be refused for that.
        builder.UseSetting("Accounts:PasswordHashingWait", "00:00:10");
        builder.ConfigureServices(x =>
        {
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
        var answer = await anonymous.PostAsync(
            "/api/setup", new { code = SetupCode, name = "Ada Admin", email = AdminEmail, password = Password, language = "es" });
        return anonymous.As(answer.Expect(HttpStatusCode.Created));
    }

    public async Task<Client> SignInAsync(string email, string password = Password)
    {
        var anonymous = Anonymous();
        return anonymous.As((await anonymous.PostAsync("/api/sessions", new { email, password })).Expect(HttpStatusCode.OK));
    }

    /// <summary>An account whose owner has changed the first password, signed in.</summary>
    public async Task<Client> MemberAsync(Client admin, string name, params string[] roles)
    {
        var account = await admin.CreateAsync(name, roles);
        var first = await SignInAsync(account["email"], Client.FirstPassword);
        (await first.PutAsync("/api/accounts/me/password", new { current = Client.FirstPassword, @new = Password }))
            .Expect(HttpStatusCode.NoContent);
        return await SignInAsync(account["email"]);
    }

    /// <summary>What was published about an account, in the order of its versions, once there are so many.</summary>
    public async Task<IReadOnlyList<AccountChanged>> AccountChangesAsync(Guid account, int count)
    {
        await Eventually.HoldsAsync(() => Published<AccountChanged>().Count(x => x.AccountId == account) >= count);
        return [.. Published<AccountChanged>().Where(x => x.AccountId == account).OrderBy(x => x.Version)];
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Installation.DisposeAsync();
    }
}
