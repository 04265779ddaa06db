using System.Security.Claims;
using Helpdesk.Api.Audit;
using Helpdesk.Identity.Auditing;
using Helpdesk.Identity.Links;
using Helpdesk.Identity.Sessions;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;

namespace Helpdesk.Identity.Accounts;

static class SuspendAccount
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}/suspension", HandleAsync)
        .Produces(StatusCodes.Status204NoContent)
        .RequireRecentSignIn()
        .WithName("SuspendAccount")
        .WithSummary("Ends every session of the account and lets it start none");

    static async Task<IResult> HandleAsync(
        Guid id, ClaimsPrincipal caller, HttpContext http, AccountsDbContext db, SessionRevocation revocation, IPublishEndpoint outbox,
        TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeAdministratorsLockAsync(cancellationToken);
        if ((await http.CheckAdministratorAsync()).IsRefused(out var notAnyMore))
            return notAnyMore.ToProblem();
        if (await db.LockAccountAsync(id, cancellationToken) is not { } account)
            return Problem.NotFound("account");
        if (account.SuspendedAt is not null)
            return TypedResults.NoContent();
        if (account.IsAdministrator && !await db.HasOtherAdministratorAsync(id, cancellationToken))
            return AccountRefusals.LastAdministrator.ToProblem();

        var now = time.GetUtcNow();
        account.SuspendedAt = now;
        await revocation.EndSessionsAsync(id, cancellationToken);
        await db.EndLinksAsync(id, now, cancellationToken);
        db.Record(caller, AuditAction.AccountSuspended, account, now);
        await outbox.Publish(account.IncrementVersion(now), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
