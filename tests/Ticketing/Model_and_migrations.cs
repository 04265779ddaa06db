using Microsoft.EntityFrameworkCore;

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
}
