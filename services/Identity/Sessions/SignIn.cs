using Helpdesk.Api;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Sessions;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.TwoFactor;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Identity.Sessions;

static class SignIn
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .AllowAnonymous()
        .Produces<SessionResponse>()
        .WithName("SignIn")
        .WithSummary(
            "Starts a session; the roles are the account's. With an authenticator the answer is two-factor-required and carries a ticket "
            + "for the second step");

    static async Task<IResult> HandleAsync(
        SignInRequest request, HttpContext http, AccountsDbContext db, PasswordVerifier verifier, SessionIssuer sessions,
        ValueProtector protector,
        CancellationToken cancellationToken)
    {
        var name = SignInName(request.Email);
        if (await verifier.VerifyAsync(name, request.Password, request.DeviceToken, cancellationToken) is not { } verified)
            return Refused;
        if (verified.Account.SuspendedAt is not null)
        {
            return Problem.Of(
                StatusCodes.Status403Forbidden, ProblemTypes.AccountSuspended,
                "This account is suspended. An administrator can lift the suspension.");
        }

        // The attempt stays counted until the code is right too: whoever knows the password could else guess codes without end.
        if (verified.Account.TwoFactorSince is not null)
            return SecondFactorTicket.RefusalFor(verified, protector).ToProblem();

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await sessions.SignInAsync(verified, http, cancellationToken) is not { } response)
            return Refused;
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(response);
    }

    /// <summary>What is no address is nobody's, and takes as long to be refused as any other.</summary>
    static string SignInName(string typed) => EmailAddress.CanonicalOf(typed.Trim());

    // One answer for all three, or it would tell who has an account here.
    static IResult Refused => Problem.Of(
        StatusCodes.Status401Unauthorized, ProblemTypes.SignInRefused,
        "Email address or password is wrong, or there were too many wrong ones and the account is locked for a while.");
}
