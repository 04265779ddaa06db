using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

/// <summary>
/// Refuses an access token whose session has ended: elsewhere it stays good for up to an hour, but whoever was suspended must not
/// use that hour to change accounts.
/// </summary>
sealed class LiveSessionFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await RolesAsync(context.HttpContext) is null ? Ended : await next(context);

    internal static IResult Ended => Problem.Of(StatusCodes.Status401Unauthorized, ProblemTypes.SessionEnded, "This session has ended. Please sign in again.");

    /// <summary>The roles that the account holds now; null when its session has ended.</summary>
    internal static Task<string[]?> RolesAsync(HttpContext http)
    {
        var db = http.RequestServices.GetRequiredService<AccountsDbContext>();
        var (account, session) = (http.User.AccountId(), http.User.SessionId());
        return db.Users.Where(x => x.Id == account && x.SuspendedAt == null && db.Sessions.Any(y => y.Id == session && y.AccountId == x.Id && y.RevokedAt == null))
            .Select(x => x.Roles).SingleOrDefaultAsync(http.RequestAborted);
    }
}

/// <summary>Refuses besides whoever is no administrator any more.</summary>
sealed class LiveAdministratorFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => await LiveSessionFilter.RolesAsync(context.HttpContext) switch
    {
        null => LiveSessionFilter.Ended,
        var roles when !roles.Contains(Roles.Admin) => Problem.Of(StatusCodes.Status403Forbidden, ProblemTypes.NotAllowed, "Only administrators may do this."),
        _ => await next(context),
    };
}
