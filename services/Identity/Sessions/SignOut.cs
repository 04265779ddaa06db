using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpdesk.Identity.Sessions;

static class SignOut
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/current", HandleAsync)
        .WithName("SignOut").WithSummary("Ends the session that the access token belongs to; its refresh token is worth nothing from now on");

    static async Task<NoContent> HandleAsync(ClaimsPrincipal caller, AccountsDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (caller.SessionId() is { } session)
            await db.RevokeSessionAsync(session, time.GetUtcNow(), cancellationToken);
        return TypedResults.NoContent();
    }
}
