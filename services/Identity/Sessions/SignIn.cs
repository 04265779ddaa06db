using System.ComponentModel.DataAnnotations;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Passwords;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

public static class SignIn
{
    public sealed record Request(
        [property: Required, StringLength(Account.MaxEmail)] string Email,
        [property: Required, StringLength(PasswordRules.MaxLength)] string Password);

    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .AllowAnonymous().Produces<SessionAnswer>().WithName("SignIn").WithSummary("Starts a session; the roles are the account's");

    static async Task<IResult> HandleAsync(
        Request request, AccountsDbContext db, UserManager<Account> accounts, PasswordCheck check, SessionTokens tokens, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await check.VerifyAsync(accounts.NormalizeEmail(request.Email.Trim())!, request.Password, cancellationToken) is not { } account)
            return Refused;
        if (account.SuspendedAt is not null)
            return Problem.Of(StatusCodes.Status403Forbidden, "account-suspended", "This account is suspended. An administrator can lift the suspension.");

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Suspended or given another password while this one was being checked: then there is no session.
        var accepted = await db.Users.Where(x => x.Id == account.Id && x.PasswordHash == account.PasswordHash && x.SuspendedAt == null)
            .ExecuteUpdateAsync(x => x.ForgetWrongPasswords().SetProperty(y => y.LastSignInAt, time.GetUtcNow()), cancellationToken);
        if (accepted == 0)
            return Refused;
        var answer = tokens.Start(account);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(answer);
    }

    // One answer for all three, or it would tell who has an account here.
    static IResult Refused { get; } = Problem.Of(StatusCodes.Status401Unauthorized, "sign-in-refused",
        "Mail address or password is wrong, or there were too many wrong ones and the account is locked for a quarter of an hour.");
}
