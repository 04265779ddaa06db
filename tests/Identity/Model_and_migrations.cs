using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class Model_and_migrations
{
    [Fact]
    public async Task Agree()
    {
        await using var helpdesk = await Helpdesk.StartAsync();
        await using var db = helpdesk.Open();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }
}
