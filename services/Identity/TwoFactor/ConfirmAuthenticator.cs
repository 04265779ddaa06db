using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Audit;
using Helpdesk.Contracts;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Auditing;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Protection;
using MassTransit;

namespace Helpdesk.Identity.TwoFactor;

static class ConfirmAuthenticator
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/two-factor", HandleAsync)
        .Produces<RecoveryCodesResponse>()
        .WithName("ConfirmAuthenticator")
        .WithSummary(
            "Turns two-factor on with a first code, and gives the recovery codes. Refresh the session for a token with all roles");

    static async Task<IResult> HandleAsync(
        ConfirmAuthenticatorRequest request, ClaimsPrincipal caller, AccountsDbContext db, ValueProtector protector,
        IPublishEndpoint outbox,
        TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var account = (await db.LockAccountAsync(caller.AccountId()!.Value, cancellationToken))!;
        if (account.TwoFactorSince is not null || AuthenticatorKey.Open(account, protector) is not { } key)
        {
            return Problem.Of(
                StatusCodes.Status409Conflict, ProblemTypes.NoAuthenticatorToConfirm,
                "There is no new authenticator to confirm. Begin by asking for a key.");
        }

        var now = time.GetUtcNow();
        if (!key.TryMatch(request.Code.Trim(), now, account.AuthenticatorStep, out var step))
            return Problem.Invalid("code", "This is not the code that the authenticator shows now. Check the clock of your device.");

        (account.TwoFactorSince, account.AuthenticatorStep) = (now, step);
        var codes = await db.RenewCodesAsync(account.Id, cancellationToken);
        db.Record(caller, AuditAction.TwoFactorTurnedOn, account, now);
        await outbox.Publish(account.ToSecurityChanged(AccountSecurityChange.TwoFactorTurnedOn, now), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(new RecoveryCodesResponse(codes));
    }
}
