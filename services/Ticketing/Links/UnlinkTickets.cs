using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Links;

static class UnlinkTickets
{
    static Refusal LinkStays { get; } = new(ProblemTypes.LinkStays, "This link tells what happened, and stays.");

    public static void Map(RouteGroupBuilder api) => api.MapDelete("/{number}/links/{kind}/{other}", HandleAsync)
        .RequireAuthorization(Policies.Staff).WithName("UnlinkTickets").WithSummary("Removes a link that was made by hand")
        .Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        string number, EnumParameter<TicketLinkKind> kind, string other, ClaimsPrincipal caller, TicketUnitOfWork work,
        TicketingDbContext db,
        ViewerResolver viewers, TimeProvider time, CancellationToken cancellationToken)
    {
        var viewer = await viewers.ResolveAsync(caller, cancellationToken);
        var result = await work.ChangeAsStaffAsync<Ticket>(
            number,
            caller,
            async ticket =>
            {
                // Of a link to what the caller may not see nothing is told either.
                var found = await db.Links.Where(x => x.TicketId == ticket.Id && x.Kind == kind.Value)
                    .Join(
                        db.Tickets.VisibleTo(viewer).Where(x => x.Number == other), x => x.OtherId, x => x.Id,
                        (link, linked) => new { link, linked })
                    .SingleOrDefaultAsync(cancellationToken);
                if (found is null)
                    return Refusal.NotFound("link");
                if (!LinkTickets.IsManual(kind.Value))
                    return LinkStays;
                db.Remove(found.link);
                ticket.UnlinkFrom(found.linked, kind.Value, caller.ToStaffActor(), time.GetUtcNow());
                return ticket;
            },
            _ => TypedResults.NoContent(),
            cancellationToken);
        return result.ToHttp(_ => TypedResults.NoContent());
    }
}
