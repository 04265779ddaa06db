using Helpdesk.Api.Setup;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Setup;

static class GetSetup
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .WithName("GetSetup").WithSummary("Whether the first administrator is still to be made");

    static async Task<SetupResponse> HandleAsync(AccountsDbContext db, CancellationToken cancellationToken) =>
        new(!await db.Installations.AnyAsync(cancellationToken));
}
