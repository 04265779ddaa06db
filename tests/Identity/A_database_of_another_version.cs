using System.Diagnostics;
using Helpdesk.Fixtures;
using Npgsql;

namespace Helpdesk.Identity.Tests;

/// <summary>The step before the start, as a process of its own: what it says and how it ends is what an operator sees.</summary>
public sealed class A_database_of_another_version
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ends_the_step_with_one_sentence_and_stays_as_it_is()
    {
        var database = await TestServers.CreateDatabaseAsync();
        await using var data = NpgsqlDataSource.Create(database);
        await using var before = data.CreateCommand("""
            create table migrations ("MigrationId" varchar(150) primary key, "ProductVersion" varchar(32) not null);
            insert into migrations values ('20251121074555_Initial', '10.0.15'), ('20251121111336_AccountsInFull', '10.0.15');
            create table account (id uuid primary key);
            """);
        await before.ExecuteNonQueryAsync(Stop);

        var (code, said) = await MigrateAsync(database);
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        Assert.Equal(1, code);
        Assert.Equal(
            $"The database {name} was made by another version of Helpdesk, whose migration 20251121074555_Initial this one does not know, "
                + "and was left as it is: start that version again, or give this one an empty database.",
            said);
        await using var after = data.CreateCommand(
            "select string_agg(tablename, ' ' order by tablename) from pg_tables where schemaname = 'public'");
        Assert.Equal("account migrations", await after.ExecuteScalarAsync(Stop));
    }

    [Fact]
    public async Task Is_no_concern_of_a_step_that_finds_an_empty_one_or_its_own_and_needs_no_broker()
    {
        var database = await TestServers.CreateDatabaseAsync();
        Assert.Equal(0, (await MigrateAsync(database)).Code);
        Assert.Equal(0, (await MigrateAsync(database)).Code);
    }

    static async Task<(int Code, string Said)> MigrateAsync(string database)
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
        return (process.ExitCode, (await said + await wrong).Trim());
    }
}
