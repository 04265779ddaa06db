using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class A_database_with_unknown_migrations : IAsyncLifetime
{
    const string Own = "20260101000000_Initial", Foreign = "20260102000000_Later";

    string _database = "";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestServers.CreateDatabaseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("migration_id", "product_version")]
    [InlineData("\"MigrationId\"", "\"ProductVersion\"")]
    public async Task Is_refused_and_left_as_it_is_however_the_columns_are_named(string id, string version)
    {
        await ExecuteAsync($"""
            create table migrations ({id} varchar(150) primary key, {version} varchar(32) not null);
            insert into migrations values ('{Foreign}', '10.0.0');
            """);

        var refused = await Assert.ThrowsAsync<UnknownMigrationException>(MigrateAsync);
        Assert.Contains(new NpgsqlConnectionStringBuilder(_database).Database!, refused.Message, StringComparison.Ordinal);
        Assert.Contains(Foreign, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("give this one an empty database.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Equal("migrations", await TablesAsync());
    }

    [Fact]
    public async Task Is_refused_also_where_it_has_all_of_ours()
    {
        await MigrateAsync();
        await ExecuteAsync($"insert into migrations values ('{Foreign}', '10.0.0')");
        await Assert.ThrowsAsync<UnknownMigrationException>(MigrateAsync);
        Assert.Equal("migrations note", await TablesAsync());
    }

    [Fact]
    public async Task Is_not_what_an_empty_one_is_nor_one_that_is_up_to_date()
    {
        await MigrateAsync();
        await MigrateAsync();
        Assert.Equal("migrations note", await TablesAsync());
        Assert.Equal(Own, await ExecuteAsync("select migration_id from migrations"));
    }

    async Task MigrateAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration["ConnectionStrings:sample"] = _database;
        builder.AddDatabase<Notes>("sample");
        await using var services = builder.Services.BuildServiceProvider();
        await services.GetRequiredService<DatabaseMigration>().Apply(services, Stop);
    }

    async Task<object?> ExecuteAsync(string sql)
    {
        await using var data = NpgsqlDataSource.Create(_database);
        await using var command = data.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Stop);
    }

    Task<object?> TablesAsync() =>
        ExecuteAsync("select string_agg(tablename, ' ' order by tablename) from pg_tables where schemaname = 'public'");

    sealed class Note
    {
        public required Guid Id { get; init; }
    }

    sealed class Notes(DbContextOptions<Notes> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Note>();
    }

    [DbContext(typeof(Notes))]
    [Migration(Own)]
    sealed class Initial : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("create table note (id uuid primary key)");
    }
}
