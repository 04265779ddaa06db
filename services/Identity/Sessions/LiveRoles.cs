using Helpdesk.Api.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

static class LiveRoles
{
    /// <summary>The roles that the caller's account holds now; null when there is no such session any more.</summary>
    public static Task<string[]?> LiveRolesAsync(this HttpContext http)
    {
        var db = http.RequestServices.GetRequiredService<AccountsDbContext>();
        var (account, session) = (http.User.AccountId(), http.User.SessionId());
        return db.Users.Where(x => x.Id == account && x.SuspendedAt == null)
            .Where(x => db.Sessions.Any(y => y.Id == session && y.AccountId == x.Id && y.RevokedAt == null))
            .Select(x => x.Roles).SingleOrDefaultAsync(http.RequestAborted);
    }

    /// <summary>Refuses whoever is no administrator at this moment.</summary>
    public static async Task<Result> CheckAdministratorAsync(this HttpContext http) => await http.LiveRolesAsync() switch
    {
        null => SessionRefusals.Ended,
        var roles when roles.Contains(AccountRoles.Admin) => Result.Done,
        _ => SessionRefusals.NotAdministrator,
    };
}
