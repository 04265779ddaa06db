using Helpdesk.Api;
using Helpdesk.Api.Sessions;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Sessions;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.TwoFactor;

static class CompleteTwoFactorSignIn
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/second-factor", HandleAsync)
        .AllowAnonymous()
        .Produces<SessionResponse>()
        .WithName("CompleteTwoFactorSignIn")
        .WithSummary("The second step of a sign-in; wrong codes count like wrong passwords");

    static async Task<IResult> HandleAsync(
        SecondFactorRequest request, HttpContext http, AccountsDbContext db, ValueProtector protector, SignInAttempts attempts,
        SecondFactorVerifier verifier, SessionIssuer sessions, CancellationToken cancellationToken)
    {
        if (protector.Unprotect<SecondFactorTicket>(request.Ticket) is not { } ticket)
            return Expired;
        var owner = await db.Users.AsNoTracking()
            .SingleOrDefaultAsync(x => x.Id == ticket.AccountId && x.PasswordHash != null, cancellationToken);
        if (owner is null || !ticket.IsValidFor(owner))
            return Expired;
        if (await attempts.CountAsync(owner.NormalizedEmail!, ticket.FromKnownDevice, cancellationToken) is not { } account)
            return Refused;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await verifier.TryUseAsync(account, request.Code.Trim(), cancellationToken)
            || await sessions.SignInAsync(new(account, ticket.FromKnownDevice), http, cancellationToken) is not { } response)
            return Refused;
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(response);
    }

    static IResult Expired => Problem.Of(
        StatusCodes.Status401Unauthorized, ProblemTypes.SignInExpired, "This took too long. Please sign in again.");

    static IResult Refused => Problem.Of(
        StatusCodes.Status401Unauthorized, ProblemTypes.CodeRefused,
        "This code is wrong or was used before, or there were too many wrong ones and the account is locked for a while.");
}
