using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Audit;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Auditing;
using Helpdesk.Identity.Passwords;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Identity.TwoFactor;

static class RenewRecoveryCodes
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/recovery-codes", HandleAsync)
        .Produces<RecoveryCodesResponse>(StatusCodes.Status201Created)
        .WithName("RenewRecoveryCodes")
        .WithSummary("New recovery codes in place of the old ones; told this once");

    static async Task<IResult> HandleAsync(
        RenewRecoveryCodesRequest request, ClaimsPrincipal caller, AccountsDbContext db, PasswordVerifier verifier, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var verification = await verifier.VerifyOwnAsync(caller, request.Password, "password", cancellationToken);
        if (!verification.TryGet(out var verified, out var wrong))
            return wrong.ToProblem();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var account = (await db.LockAccountAsync(verified.Id, cancellationToken))!;
        if (account.TwoFactorSince is null)
        {
            return Problem.Of(
                StatusCodes.Status409Conflict, ProblemTypes.TwoFactorOff,
                "Recovery codes belong to an authenticator. Set one up first.");
        }

        var codes = await db.RenewCodesAsync(account.Id, cancellationToken);
        db.Record(caller, AuditAction.RecoveryCodesRenewed, account, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Created("/api/accounts/me/two-factor", new RecoveryCodesResponse(codes));
    }
}
