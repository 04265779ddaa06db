using System.Security.Claims;
using Helpdesk.Api.Sessions;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Passwords;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

static class ConfirmPassword
{
    public static void Map(RouteGroupBuilder own) => own.MapPost("/current/confirmation", HandleAsync)
        .Produces<ConfirmPasswordResponse>()
        .WithName("ConfirmPassword")
        .WithSummary("The password again, after the answer password-required: a token for five minutes. Wrong ones count as at a sign-in");

    static async Task<IResult> HandleAsync(
        ConfirmPasswordRequest request, ClaimsPrincipal caller, AccountsDbContext db, PasswordVerifier verifier, SessionIssuer sessions,
        TimeProvider time, CancellationToken cancellationToken)
    {
        var verification = await verifier.VerifyOwnAsync(caller, request.Password, "password", cancellationToken);
        if (!verification.TryGet(out var verified, out var wrong))
            return wrong.ToProblem();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Locked, as whoever issues a token has it: it says no role that was taken away before.
        var account = (await db.LockAccountAsync(verified.Id, cancellationToken))!;
        var (id, now) = (caller.SessionId(), time.GetUtcNow());
        if (account.SuspendedAt is not null || account.PasswordHash != verified.PasswordHash
            || await db.Sessions.SingleOrDefaultAsync(x => x.Id == id && x.RevokedAt == null, cancellationToken) is not { } session)
            return SessionRefusals.Ended.ToProblem();
        session.AuthenticatedAt = now;
        await db.SaveChangesAsync(cancellationToken);
        var token = await sessions.AccessTokenAsync(account, session, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(new ConfirmPasswordResponse(
            token, (int)SessionIssuer.AccessLifetime.TotalSeconds, now + RecentSignIn.Lifetime));
    }
}
