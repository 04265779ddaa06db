using System.Security.Claims;
using Helpdesk.Api.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Accounts;

static class GetOwnAccount
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .WithName("GetOwnAccount").WithSummary("The caller's own account");

    static async Task<AccountResponse> HandleAsync(ClaimsPrincipal caller, AccountsDbContext db, CancellationToken cancellationToken)
    {
        var id = caller.AccountId();
        return await db.Users.AsNoTracking().Where(x => x.Id == id).Select(AccountMapping.Projection).SingleAsync(cancellationToken);
    }
}
