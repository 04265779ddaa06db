using System.Security.Claims;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Drafts;

static class DeleteDraft
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/{number}/draft", HandleAsync).WithName("DeleteDraft")
        .WithSummary("Throws away what the caller has begun to write").Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        string number, ClaimsPrincipal caller, TicketingDbContext db, ViewerResolver viewers, CancellationToken cancellationToken)
    {
        if (await db.VisibleAsync(number, await viewers.ResolveAsync(caller, cancellationToken), cancellationToken) is not { } ticket)
            return Problem.NotFound("ticket");
        await db.Drafts.On(ticket, caller).ExecuteDeleteAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
