using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.CannedReplies;

static class DeleteCannedReply
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapDelete("/{id:guid}", HandleAsync).RequireAuthorization(Policies.Dispatcher).WithName("DeleteCannedReply")
        .WithSummary("Throws a canned reply away; what was answered with it stays").Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(Guid id, TicketingDbContext db, CancellationToken cancellationToken) =>
        await db.CannedReplies.Where(x => x.Id == id).ExecuteDeleteAsync(cancellationToken) > 0
            ? TypedResults.NoContent()
            : Problem.NotFound("canned reply");
}
