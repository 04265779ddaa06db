using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Sessions;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Accounts;

public static class ChangeOwnPassword
{
    public sealed record Request(
        [property: Required, StringLength(PasswordRules.MaxLength)] string Current,
        [property: Required, StringLength(PasswordRules.MaxLength)] string New);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/password", HandleAsync)
        .Produces(StatusCodes.Status204NoContent).WithName("ChangeOwnPassword").WithSummary("A new password; every other session of the account ends. Refresh the session for a token with all roles");

    static async Task<IResult> HandleAsync(
        Request request, ClaimsPrincipal caller, AccountsDbContext db, UserManager<Account> accounts, PasswordCheck check, TimeProvider time, CancellationToken cancellationToken)
    {
        var id = caller.AccountId();
        var email = await db.Users.Where(x => x.Id == id).Select(x => x.NormalizedEmail!).SingleAsync(cancellationToken);
        // Counts as an attempt to sign in: with a stolen token one could guess the password here instead.
        if (await check.VerifyAsync(email, request.Current, cancellationToken) is not { } account)
            return Problem.Invalid("current", "This is not your current password, or it was wrong so often that the account is locked for a while.");
        var refusal = request.New == request.Current ? "Choose a password other than the current one." : await accounts.RefusalOfAsync(account, request.New);
        if (refusal is not null)
        {
            await db.Users.Where(x => x.Id == id).ExecuteUpdateAsync(x => x.ForgetWrongPasswords(), cancellationToken);
            return Problem.Invalid("new", refusal);
        }

        var hash = accounts.PasswordHasher.HashPassword(account, request.New);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var changed = await db.Users.Where(x => x.Id == id && x.PasswordHash == account.PasswordHash).ExecuteUpdateAsync(
            x => x.ForgetWrongPasswords().SetProperty(y => y.PasswordHash, hash).SetProperty(y => y.MustChangePassword, false), cancellationToken);
        if (changed == 0)
            throw new DbUpdateConcurrencyException();
        await db.RevokeSessionsAsync(account.Id, time.GetUtcNow(), cancellationToken, except: caller.SessionId());
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
