using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Queue;
using Helpdesk.Assignment.Visibility;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Queue;

public static class ListAreaQueue
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}/queue", HandleAsync)
        .Produces<PagedResult<WaitingTicketSummary>>().RequireAuthorization(Policies.Staff).WithName("ListAreaQueue").WithSummary(
            "Tickets of an area that wait for an agent, in the order in which they will get one; an agent sees those of their own areas");

    static async Task<IResult> HandleAsync(
        Guid id, AssignmentDbContext db, TicketVisibility visibility, ClaimsPrincipal caller, CancellationToken cancellationToken,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        // An agent knows what waits in their own areas; of the others not even that they are there.
        if (!await visibility.SeesAreaAsync(id, caller, cancellationToken))
            return Problem.NotFound("area");
        var waiting = db.Tickets.Where(x => x.AreaId == id && x.WaitingSince != null);
        var tickets = await waiting.ToPageAsync(db, page, size, cancellationToken);
        if (tickets.Items.Count == 0 && !await db.Areas.AnyAsync(x => x.Id == id, cancellationToken))
            return Problem.NotFound("area");
        return TypedResults.Ok(tickets);
    }
}
