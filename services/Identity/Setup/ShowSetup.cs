using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Setup;

public static class ShowSetup
{
    public sealed record Answer(bool Needed);

    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync).WithName("ShowSetup").WithSummary("Whether the first administrator is still to be made");

    static async Task<Answer> HandleAsync(AccountsDbContext db, CancellationToken cancellationToken) => new(!await db.Installations.AnyAsync(cancellationToken));
}
