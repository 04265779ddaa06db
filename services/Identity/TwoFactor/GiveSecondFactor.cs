using System.ComponentModel.DataAnnotations;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Sessions;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.TwoFactor;

public static class GiveSecondFactor
{
    /// <summary>The ticket of the first step, and the authenticator's six digits or a recovery code.</summary>
    public sealed record Request(
        [property: Required, StringLength(2000)] string Ticket,
        [property: Required, StringLength(40)] string Code);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/second-factor", HandleAsync)
        .AllowAnonymous().Produces<SessionAnswer>().WithName("GiveSecondFactor").WithSummary("The second step of a sign-in; wrong codes count like wrong passwords");

    static async Task<IResult> HandleAsync(
        Request request, HttpContext http, AccountsDbContext db, Seals seals, Attempts attempts, SecondFactor factor, SessionTokens tokens, CancellationToken cancellationToken)
    {
        if (seals.Open<SecondFactorTicket>(request.Ticket) is not { } ticket
            || await db.Users.AsNoTracking().SingleOrDefaultAsync(x => x.Id == ticket.AccountId && x.PasswordHash != null, cancellationToken) is not { } owner || !ticket.Fits(owner))
            return Problem.Of(StatusCodes.Status401Unauthorized, "sign-in-expired", "This took too long. Please sign in again.");
        if (await attempts.CountAsync(owner.NormalizedEmail!, ticket.Known, cancellationToken) is not { } account)
            return Refused;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await factor.UseAsync(account, request.Code.Trim(), cancellationToken) || await tokens.SignInAsync(new(account, ticket.Known), http, cancellationToken) is not { } answer)
            return Refused;
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(answer);
    }

    static IResult Refused => Problem.Of(StatusCodes.Status401Unauthorized, "code-refused",
        "This code is wrong or was used before, or there were too many wrong ones and the account is locked for a while.");
}
