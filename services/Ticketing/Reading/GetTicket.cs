using System.Security.Claims;
using Helpdesk.Api.Tickets;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Lists;
using Helpdesk.Ticketing.Timers;
using Helpdesk.Ticketing.Tracking;
using Helpdesk.Ticketing.Visibility;

namespace Helpdesk.Ticketing.Reading;

static class GetTicket
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{number}", HandleAsync).AllowTrackingLink()
        .WithName("GetTicket").WithSummary("One ticket").Produces<TicketResponse>();

    static async Task<IResult> HandleAsync(
        string number, HttpResponse http, TicketingDbContext db, ClaimsPrincipal caller, ViewerResolver viewers, CachedPolicy policies,
        TimeProvider time, CancellationToken cancellationToken)
    {
        var visible = db.Tickets.Where(x => x.Number == number).VisibleTo(await viewers.ResolveAsync(caller, cancellationToken));
        var found = await TicketDetails.FindAsync(db, visible, cancellationToken);
        if (found is null)
            return Problem.NotFound("ticket");
        var reader = TicketReader.Of(caller, found.Ticket);
        TicketETag.Set(http, found.Ticket, reader.AsStaff);
        return TypedResults.Ok(found.ToResponse(await policies.GetAsync(cancellationToken), reader, time.GetUtcNow()));
    }
}
