using System.Security.Claims;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Audit;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Helpdesk.Identity.Auditing;
using Helpdesk.Identity.Links;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Sessions;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Accounts;

static class ChangeOwnPassword
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/password", HandleAsync)
        .Produces(StatusCodes.Status204NoContent)
        .WithName("ChangeOwnPassword")
        .WithSummary("A new password; every other session of the account ends. Refresh the session for a token with all roles");

    static async Task<IResult> HandleAsync(
        ChangeOwnPasswordRequest request, ClaimsPrincipal caller, AccountsDbContext db, UserManager<Account> accounts,
        PasswordVerifier verifier, SessionRevocation revocation, IPublishEndpoint outbox, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var verification = await verifier.VerifyOwnAsync(caller, request.Current, "current", cancellationToken);
        if (!verification.TryGet(out var verified, out var wrong))
            return wrong.ToProblem();
        if (PasswordFormat.Normalize(request.New) == PasswordFormat.Normalize(request.Current))
            return Problem.Invalid("new", "Choose a password other than the current one.");
        if ((await accounts.ValidatePasswordAsync(verified, request.New, "new")).IsRefused(out var refusal))
            return refusal.ToProblem();

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var account = (await db.LockAccountAsync(verified.Id, cancellationToken))!;
        if (account.PasswordHash != verified.PasswordHash)
            throw new DbUpdateConcurrencyException();
        var now = time.GetUtcNow();
        account.SetPassword(accounts, request.New);
        account.MustChangePassword = false;
        await revocation.EndOtherSessionsAsync(account.Id, caller.SessionId(), cancellationToken);
        await db.EndLinksAsync(account.Id, now, cancellationToken);
        db.Record(caller, AuditAction.PasswordChanged, account, now);
        await outbox.Publish(account.ToSecurityChanged(AccountSecurityChange.PasswordChanged, now), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
