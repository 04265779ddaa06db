using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Helpdesk.Ticketing.Tests;

public sealed class Model_and_migrations
{
    [Fact]
    public async Task Agree()
    {
        await using var installation = await Installation.CreateAsync();
        await using var db = installation.Open();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Can_be_taken_back_and_made_again()
    {
        await using var installation = await Installation.CreateAsync();
        await using var db = installation.Open();
        var migrator = db.GetService<IMigrator>();
        var last = (await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken)).Last();
        await migrator.MigrateAsync(Migration.InitialDatabase, TestContext.Current.CancellationToken);
        Assert.Empty(await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
        await migrator.MigrateAsync(last, TestContext.Current.CancellationToken);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }
}
