using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Links;

static class UnlinkTickets
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/{number}/links/{kind}/{other}", HandleAsync).RequireAuthorization(Policies.Staff).WithName("UnlinkTickets")
        .WithSummary("Takes a link that was made by hand away").Produces(StatusCodes.Status204NoContent);

    static Task<IResult> HandleAsync(
        string number, Choice<TicketLinkKind> kind, string other, ClaimsPrincipal caller, TicketChange change, TicketingDbContext db,
        Viewers viewers, TimeProvider time, CancellationToken cancellationToken) =>
        change.ByStaffAsync(number, caller, async ticket =>
        {
            // Of a link to what the caller may not see nothing is told either.
            var visible = db.Tickets.VisibleTo(await viewers.OfAsync(caller, cancellationToken));
            var found = await db.Links.Where(x => x.TicketId == ticket.Id && x.Kind == kind.Value)
                .Join(visible.Where(x => x.Number == other), x => x.OtherId, x => x.Id, (link, linked) => new { link, linked })
                .SingleOrDefaultAsync(cancellationToken);
            if (found is null)
                return Problem.NotFound("link");
            if (!LinkTickets.IsByHand(kind.Value))
                return new Refusal("link-stays", "This link tells what happened, and stays.").ToProblem();
            db.Remove(found.link);
            ticket.UnlinkFrom(found.linked, kind.Value, Who.Staff(caller), time.GetUtcNow());
            return TypedResults.NoContent();
        }, cancellationToken);
}
