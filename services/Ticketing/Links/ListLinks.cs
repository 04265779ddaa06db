using System.Security.Claims;
using Helpdesk.Api.Tickets;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Links;

static class ListLinks
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{number}/links", HandleAsync).RequireAuthorization(Policies.Staff)
        .WithName("ListLinks").WithSummary("The tickets that this one has to do with, as far as the caller may know of them")
        .Produces<ListLinksResponse>();

    static async Task<IResult> HandleAsync(
        string number, TicketingDbContext db, ClaimsPrincipal caller, ViewerResolver viewers, CancellationToken cancellationToken)
    {
        var viewer = await viewers.ResolveAsync(caller, cancellationToken);
        var ticket = await db.Tickets.Where(x => x.Number == number).VisibleTo(viewer)
            .Select(x => new { x.Id, x.CustomerId }).SingleOrDefaultAsync(cancellationToken);
        // Staff's own view of things: on their own ticket they are its customer.
        if (ticket is null || !caller.IsStaffFor(ticket.CustomerId))
            return Problem.NotFound("ticket");
        // Nor is the caller told here of a link with a ticket whose customer they are.
        var visible = db.Tickets.VisibleTo(viewer).Where(x => x.CustomerId == null || x.CustomerId != viewer.Account);
        var links = await db.Links.Where(x => x.TicketId == ticket.Id || x.OtherId == ticket.Id)
            .OrderBy(x => x.LinkedAt).Take(LinkTickets.Most)
            .Join(
                visible,
                x => x.TicketId == ticket.Id ? x.OtherId : x.TicketId,
                x => x.Id,
                (link, other) => new TicketLinkResponse(
                    link.Kind, link.OtherId == ticket.Id, other.Number, other.Subject, other.Status, link.LinkedAt))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(new ListLinksResponse(links));
    }
}
