using System.Security.Claims;
using Helpdesk.Api.Audit;
using Helpdesk.Identity.Auditing;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;

namespace Helpdesk.Identity.Accounts;

static class LiftSuspension
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/{id:guid}/suspension", HandleAsync)
        .Produces(StatusCodes.Status204NoContent)
        .RequireRecentSignIn()
        .WithName("LiftSuspension")
        .WithSummary("Lets the account sign in again");

    static async Task<IResult> HandleAsync(
        Guid id, ClaimsPrincipal caller, AccountsDbContext db, IPublishEndpoint outbox, TimeProvider time,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockAccountAsync(id, cancellationToken) is not { } account)
            return Problem.NotFound("account");
        if (account.SuspendedAt is null)
            return TypedResults.NoContent();

        account.SuspendedAt = null;
        db.Record(caller, AuditAction.SuspensionLifted, account, time.GetUtcNow());
        await outbox.Publish(account.IncrementVersion(time.GetUtcNow()), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
