using System.Security.Claims;
using Helpdesk.Api.Tickets;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Drafts;

static class GetDraft
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{number}/draft", HandleAsync).WithName("GetDraft")
        .WithSummary("What the caller has begun to write").Produces<DraftResponse>();

    static async Task<IResult> HandleAsync(
        string number, ClaimsPrincipal caller, TicketingDbContext db, ViewerResolver viewers, CancellationToken cancellationToken)
    {
        if (await db.VisibleAsync(number, await viewers.ResolveAsync(caller, cancellationToken), cancellationToken) is not { } ticket)
            return Problem.NotFound("ticket");
        return await db.Drafts.On(ticket, caller).Select(x => new DraftResponse(x.Text, x.Internal, x.UpdatedAt))
            .SingleOrDefaultAsync(cancellationToken) is { } draft
            ? TypedResults.Ok(draft)
            : Problem.NotFound("draft");
    }
}
