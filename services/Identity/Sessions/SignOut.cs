using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpdesk.Identity.Sessions;

static class SignOut
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/current", HandleAsync)
        .RequireAuthorization()
        .WithName("SignOut")
        .WithSummary("Ends the session that the access token belongs to; its tokens are worth nothing from now on");

    static async Task<NoContent> HandleAsync(
        ClaimsPrincipal caller, AccountsDbContext db, SessionRevocation revocation, CancellationToken cancellationToken)
    {
        if ((caller.AccountId(), caller.SessionId()) is not ({ } account, { } session))
            return TypedResults.NoContent();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await revocation.EndSessionAsync(account, session, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
