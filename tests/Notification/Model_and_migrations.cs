using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

public sealed class Model_and_migrations(SharedService shared)
{
    [Fact]
    public async Task Agree()
    {
        await using var db = shared.Installation.Open();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }
}
