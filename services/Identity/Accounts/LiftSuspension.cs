using Helpdesk.ServiceDefaults.Problems;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Accounts;

static class LiftSuspension
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/{id:guid}/suspension", HandleAsync)
        .Produces(StatusCodes.Status204NoContent).WithName("LiftSuspension").WithSummary("Lets the account sign in again");

    static async Task<IResult> HandleAsync(Guid id, AccountsDbContext db, IPublishEndpoint outbox, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } account)
            return Problem.NotFound("account");
        if (account.SuspendedAt is null)
            return TypedResults.NoContent();

        account.SuspendedAt = null;
        await outbox.Publish(account.NextVersion(time.GetUtcNow()), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
