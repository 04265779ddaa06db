using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Accounts;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Settings;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Identity.TwoFactor;

static class EnrolAuthenticator
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/two-factor", HandleAsync)
        .Produces<EnrolAuthenticatorResponse>(StatusCodes.Status201Created)
        .WithName("EnrolAuthenticator")
        .WithSummary("A key for the caller's authenticator; it counts once a code of it is confirmed");

    static async Task<IResult> HandleAsync(
        EnrolAuthenticatorRequest request, ClaimsPrincipal caller, AccountsDbContext db, PasswordVerifier verifier,
        CachedSettings settings, ValueProtector protector, CancellationToken cancellationToken)
    {
        var verification = await verifier.VerifyOwnAsync(caller, request.Password, "password", cancellationToken);
        if (!verification.TryGet(out var verified, out var wrong))
            return wrong.ToProblem();
        var installation = await settings.ReadAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var account = (await db.LockAccountAsync(verified.Id, cancellationToken))!;
        if (account.TwoFactorSince is not null)
        {
            return Problem.Of(
                StatusCodes.Status409Conflict, ProblemTypes.TwoFactorOn,
                "An authenticator is set up already. Turn it off first to set up another.");
        }

        var key = AuthenticatorKey.Create();
        account.AuthenticatorKey = protector.Protect(key);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var uri = key.ToUri(account, installation.Name);
        return TypedResults.Created(
            "/api/accounts/me/two-factor", new EnrolAuthenticatorResponse(key.Base32, uri, AuthenticatorKey.ToQrCode(uri)));
    }
}
