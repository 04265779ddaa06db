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

static class UpdateAccount
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}", HandleAsync)
        .Produces<AccountResponse>()
        .WithName("UpdateAccount")
        .WithSummary("Changes what an account says, its roles and, if given, the password");

    static async Task<IResult> HandleAsync(
        Guid id, UpdateAccountRequest request, ClaimsPrincipal caller, HttpContext http, AccountsDbContext db,
        UserManager<Account> accounts, SessionRevocation revocation, IPublishEndpoint outbox, TimeProvider time,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeAdministratorsLockAsync(cancellationToken);
        if ((await http.CheckAdministratorAsync()).IsRefused(out var notAnyMore))
            return notAnyMore.ToProblem();
        if (await db.LockAccountAsync(id, cancellationToken) is not { } account)
            return Problem.NotFound("account");
        if (account.Version != request.Version)
            throw new DbUpdateConcurrencyException();
        var (before, lost, now) = (AuditedFields.Of(account), account.Roles.Except(request.Roles).ToList(), time.GetUtcNow());
        if (lost.Contains(AccountRoles.Admin) && account.SuspendedAt is null && !await db.HasOtherAdministratorAsync(id, cancellationToken))
            return AccountRefusals.LastAdministrator.ToProblem();

        // The same mailbox in another spelling is no other address, and stays confirmed.
        var moves = account.NormalizedEmail != EmailAddress.CanonicalOf(request.Email);
        if (id == caller.AccountId() && (request.Password is not null || moves))
            return AccountRefusals.OwnAccount.ToProblem();
        // Who belongs to the staff, who administers, and how somebody else comes in, is not to be changed with a token that was stolen.
        var guarded = moves || request.Password is not null || lost.Contains(AccountRoles.Admin)
            || request.Roles.Except(account.Roles).Any(AccountRoles.Staff.Contains);
        if (guarded && !caller.SignedInRecently(now))
            return RecentSignIn.Required;

        if (moves)
        {
            await outbox.Publish(account.ToSecurityChanged(AccountSecurityChange.EmailChanged, now), cancellationToken);
            account.EmailConfirmed = false;
            await db.EndLinksAsync(id, now, cancellationToken);
        }

        account.SetEmail(request.Email);
        account.SetProfile(request.Name, request.Language, request.TimeZone, request.Phone, request.Specialty);
        account.Roles = Account.Ordered(request.Roles);
        if (request.Password is { } password)
        {
            if ((await accounts.ValidatePasswordAsync(account, password)).IsRefused(out var refusal))
                return refusal.ToProblem();
            account.SetPassword(accounts, password);
            account.MustChangePassword = true;
            await revocation.EndSessionsAsync(id, cancellationToken);
            await db.EndLinksAsync(id, now, cancellationToken);
            db.Record(caller, AuditAction.PasswordChanged, account, now);
            await outbox.Publish(account.ToSecurityChanged(AccountSecurityChange.PasswordChanged, now), cancellationToken);
        }
        else if (lost.Count > 0)
        {
            await revocation.RevokeTokensAsync(id, cancellationToken);
        }

        if (AuditedFields.Compare(before, AuditedFields.Of(account)) is { Count: > 0 } changes)
            db.Record(caller, AuditAction.AccountChanged, account, now, changes);
        await outbox.Publish(account.IncrementVersion(now), cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (AccountRefusals.IsEmailTaken(exception))
        {
            return AccountRefusals.EmailTaken.ToProblem();
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(account.ToResponse());
    }
}
