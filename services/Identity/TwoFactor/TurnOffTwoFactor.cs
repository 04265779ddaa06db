using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Accounts;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Settings;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Identity.TwoFactor;

static class TurnOffTwoFactor
{
    public static void Map(RouteGroupBuilder own, RouteGroupBuilder accounts)
    {
        own.MapDelete("/two-factor", HandleOwnAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("TurnOffTwoFactor").WithSummary("No code is asked for any more; needs the password");
        accounts.MapDelete("/{id:guid}/two-factor", HandleAsync)
            .Produces(StatusCodes.Status204NoContent)
            .RequireRecentSignIn()
            .WithName("ResetTwoFactor").WithSummary("For somebody who lost authenticator and recovery codes; ends their sessions");
    }

    static async Task<IResult> HandleOwnAsync(
        [FromBody] TurnOffTwoFactorRequest request, ClaimsPrincipal caller, AccountsDbContext db, PasswordVerifier verifier,
        TwoFactorRemoval removal, CachedSettings settings, CancellationToken cancellationToken)
    {
        var verification = await verifier.VerifyOwnAsync(caller, request.Password, "password", cancellationToken);
        if (!verification.TryGet(out var account, out var wrong))
            return wrong.ToProblem();
        if (account.IsStaff && (await settings.ReadAsync(db, cancellationToken)).TwoFactorForStaff)
        {
            return Problem.Of(
                StatusCodes.Status409Conflict, ProblemTypes.TwoFactorDemanded, "This installation demands two-factor of its staff.");
        }

        return (await removal.RemoveAsync(account.Id, caller, endSessions: false, cancellationToken)).ToHttp();
    }

    static async Task<IResult> HandleAsync(
        Guid id, ClaimsPrincipal caller, TwoFactorRemoval removal, CancellationToken cancellationToken) => id == caller.AccountId()
            ? AccountRefusals.OwnAccount.ToProblem()
            : (await removal.RemoveAsync(id, caller, endSessions: true, cancellationToken)).ToHttp();
}
