using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class Model_and_migrations() : IdentityTest(setUp: false)
{
    [Fact]
    public async Task F41_agree_and_the_schema_is_what_the_migrations_made()
    {
        await using var db = IdentityHost.Open();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }
}
