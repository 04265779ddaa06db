using Helpdesk.Identity.Sessions;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Accounts;

static class SuspendAccount
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}/suspension", HandleAsync)
        .Produces(StatusCodes.Status204NoContent).WithName("SuspendAccount").WithSummary("Ends every session of the account and lets it start none");

    static async Task<IResult> HandleAsync(Guid id, AccountsDbContext db, IPublishEndpoint outbox, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeAdministratorsLockAsync(cancellationToken);
        if (await db.Users.SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } account)
            return Problem.NotFound("account");
        if (account.SuspendedAt is not null)
            return TypedResults.NoContent();
        if (account.Roles.Contains(Roles.Admin) && !await db.HasAdministratorBesidesAsync(id, cancellationToken))
            return AdministratorsLock.LastOne;

        account.SuspendedAt = time.GetUtcNow();
        await outbox.Publish(account.NextVersion(time.GetUtcNow()), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.RevokeSessionsAsync(id, time.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
