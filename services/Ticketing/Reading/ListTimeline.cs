using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Reading;

static class ListTimeline
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/{number}/timeline", HandleAsync).RequireAuthorization(Policies.Staff).WithName("ListTimeline")
        .WithSummary("What happened to the ticket, oldest first").Produces<PagedResult<TimelineEntryResponse>>();

    static async Task<IResult> HandleAsync(
        string number, TicketingDbContext db, ClaimsPrincipal caller, ViewerResolver viewers, CancellationToken cancellationToken,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var ticket = await db.Tickets.Where(x => x.Number == number).VisibleTo(await viewers.ResolveAsync(caller, cancellationToken))
            .Select(x => new { x.Id, x.CustomerId }).SingleOrDefaultAsync(cancellationToken);
        // The history tells of internal notes: on their own ticket a member of the staff does not read it.
        if (ticket is null || !caller.IsStaffFor(ticket.CustomerId))
            return Problem.NotFound("ticket");
        var rows = await db.Timeline.AsNoTracking().Where(x => x.TicketId == ticket.Id).OrderBy(x => x.Version).Skip((page - 1) * size)
            .Take(size + 1).ToListAsync(cancellationToken);
        return TypedResults
            .Ok(
                PagedResult
                    .Of(
                        rows.ConvertAll(
                            x => new TimelineEntryResponse(x.Version, x.At, x.Kind, x.ActorKind, x.ActorName, x.Details)), page, size));
    }
}
