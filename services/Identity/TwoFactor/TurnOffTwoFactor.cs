using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Audit;
using Helpdesk.Contracts;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Auditing;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Sessions;
using Helpdesk.Identity.Settings;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.TwoFactor;

public static class TurnOffTwoFactor
{
    public static void Map(RouteGroupBuilder own, RouteGroupBuilder accounts)
    {
        own.MapDelete("/two-factor", OwnAsync).Produces(StatusCodes.Status204NoContent).WithName("TurnOffTwoFactor").WithSummary("No code is asked for any more; needs the password");
        accounts.MapDelete("/{id:guid}/two-factor", OfAsync).Produces(StatusCodes.Status204NoContent).RequireRecentSignIn()
            .WithName("ResetTwoFactor").WithSummary("For somebody who lost authenticator and recovery codes; ends their sessions");
    }

    static async Task<IResult> OwnAsync(
        [FromBody] TurnOffTwoFactorRequest request, ClaimsPrincipal caller, AccountsDbContext db, PasswordVerifier verifier, TwoFactorRemoval removal, CachedSettings settings, CancellationToken cancellationToken)
    {
        if (await verifier.VerifyOwnAsync(caller, request.Password, cancellationToken) is not { } account)
            return PasswordVerifier.Wrong("password");
        if (account.IsStaff && (await settings.ReadAsync(db, cancellationToken)).TwoFactorForStaff)
            return Problem.Of(StatusCodes.Status409Conflict, ProblemTypes.TwoFactorDemanded, "This installation demands two-factor of its staff.");
        await removal.RemoveAsync(account.Id, caller, endSessions: false, cancellationToken);
        return TypedResults.NoContent();
    }

    static async Task<IResult> OfAsync(Guid id, ClaimsPrincipal caller, TwoFactorRemoval removal, CancellationToken cancellationToken) =>
        id == caller.AccountId() ? OwnAccount.Refused : await removal.RemoveAsync(id, caller, endSessions: true, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound("account");
}

sealed class TwoFactorRemoval(AccountsDbContext db, SessionRevocation revocation, IPublishEndpoint outbox, TimeProvider time)
{
    /// <summary>False when there is no such account.</summary>
    public async Task<bool> RemoveAsync(Guid id, ClaimsPrincipal caller, bool endSessions, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockAccountAsync(id, cancellationToken) is not { } account)
            return false;
        var (now, on) = (time.GetUtcNow(), account.TwoFactorSince is not null);
        (account.TwoFactorSince, account.AuthenticatorKey) = (null, null);
        await db.RecoveryCodes.Where(x => x.AccountId == id).ExecuteDeleteAsync(cancellationToken);
        if (on)
        {
            db.Record(caller, AuditAction.TwoFactorTurnedOff, account, now);
            await outbox.Publish(account.ToSecurityChanged(AccountSecurityChange.TwoFactorTurnedOff, now), cancellationToken);
            if (endSessions)
                await revocation.EndSessionsAsync(id, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
