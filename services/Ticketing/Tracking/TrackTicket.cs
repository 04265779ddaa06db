using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults;
using Helpdesk.Ticketing.Tickets;
using Helpdesk.Ticketing.Timers;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tracking;

static class TrackTicket
{
    /// <summary>The ticket and a page of its conversation, as its customer sees them.</summary>
    public sealed record Answer(TicketView Ticket, Slice<MessageView> Messages);

    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync).WithName("TrackTicket")
        .WithSummary("The ticket of the link, with its conversation").Produces<Answer>();

    static async Task<IResult> HandleAsync(
        ClaimsPrincipal customer, HttpResponse http, TicketingDbContext db, Downloads downloads, PolicyInForce policies, CancellationToken cancellationToken,
        [Range(1, Slice.LastPage)] int page = 1, [Range(1, Slice.LargestSize)] int size = Slice.LargestSize)
    {
        var id = customer.TrackedTicket();
        var found = await db.Tickets.AsNoTracking().Where(x => x.Id == id)
            .Select(x => new { Ticket = x, Area = db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).FirstOrDefault() }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return Problem.NotFound("ticket");
        TicketVersion.Tell(http, found.Ticket);
        var messages = await ListMessages.ReadAsync(db, id, forStaff: false, downloads, page, size, cancellationToken);
        return TypedResults.Ok(new Answer(Views.Of(found.Ticket, found.Area, await policies.CurrentAsync(cancellationToken), forStaff: false), messages));
    }
}
