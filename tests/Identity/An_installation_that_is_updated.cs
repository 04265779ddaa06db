using System.Diagnostics;
using Helpdesk.Fixtures;
using Helpdesk.Messaging;
using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Helpdesk.Identity.Tests;

/// <summary>The whole way of an installation: the database of the last version, and the step before the new one starts.</summary>
public sealed class An_installation_that_is_updated
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task G1_brings_its_accounts_over_before_it_starts_and_without_a_broker()
    {
        var database = await TestServers.CreateDatabaseAsync();
        await using var db = new AccountsDbContext(new DbContextOptionsBuilder<AccountsDbContext>()
            .UsePostgres(database).Options);
        await db.GetService<IMigrator>().MigrateAsync("20261121141108_KnownDevices", Stop);
        await db.Database.ExecuteSqlAsync($"""
            insert into account (id, name, language, roles, created_at, must_change_password, known_failed_count, authenticator_step,
                version, email_confirmed, access_failed_count, email, user_name, normalized_email, normalized_user_name)
            select gen_random_uuid(), email, 'en', array['Customer'], at, false, 0, 0, 7, true, 0, email, email, upper(email), upper(email)
            from (values ('Ada@Example.org', now()), ('ana@xn--espaol-zwa.example', now()),
                ('ana@español.example', now() - interval '1 day'), ('Root@localhost', now()), ('"quoted"@example.org', now()))
                as x(email, at)
            """, Stop);
        await db.Database.ExecuteSqlAsync($"""
            insert into session (id, account_id, started_at, expires_at, last_used_at)
            select gen_random_uuid(), id, created_at, created_at, created_at from account
            """, Stop);

        await MigrateAsync(database);
        var forms = await db.Users.AsNoTracking().OrderBy(x => x.Email).ToDictionaryAsync(x => x.Email!, Stop);
        Assert.Equal("ada@example.org", forms["Ada@Example.org"].NormalizedEmail);
        Assert.Equal("ana@xn--espaol-zwa.example", forms["ana@español.example"].NormalizedEmail);
        Assert.NotNull(forms["ana@xn--espaol-zwa.example"].SuspendedAt);
        Assert.Equal("Root@localhost", forms["Root@localhost"].NormalizedUserName);
        Assert.All(forms.Values, x => Assert.Equal(8, x.Version));
        Assert.Equal(6, await db.Set<OutboxMessage>().CountAsync(Stop));
        Assert.All(await db.Sessions.ToListAsync(Stop), x => Assert.Equal(x.StartedAt, x.AuthenticatedAt));

        await MigrateAsync(database);
        Assert.Equal(6, await db.Set<OutboxMessage>().CountAsync(Stop));
    }

    static async Task MigrateAsync(string database)
    {
        var keys = Directory.CreateTempSubdirectory("helpdesk-keys-");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                typeof(Program).Assembly.Location, "migrate", "--ConnectionStrings:identity", database,
                "--ConnectionStrings:rabbitmq", "amqp://nobody:nothing@127.0.0.1:1", "--DataProtection:Keys", keys.FullName,
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(Stop);
        keys.Delete(true);
        Assert.True(process.ExitCode == 0, await said + await wrong);
    }
}
