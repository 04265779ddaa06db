using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults;
using Helpdesk.Ticketing.Links;
using Helpdesk.Ticketing.Tickets;
using Helpdesk.Ticketing.Timers;

namespace Helpdesk.Ticketing.Tracking;

static class TrackTicket
{
    /// <summary>The ticket and a page of its conversation, as its customer sees them.</summary>
    public sealed record Answer(TicketView Ticket, Slice<MessageView> Messages);

    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync).WithName("TrackTicket")
        .WithSummary("The ticket of the link, with its conversation").Produces<Answer>();

    static async Task<IResult> HandleAsync(
        ClaimsPrincipal customer, HttpResponse http, TicketingDbContext db, Downloads downloads, PolicyInForce policies, TimeProvider time, CancellationToken cancellationToken,
        [Range(1, Slice.LastPage)] int page = 1, [Range(1, Slice.LargestSize)] int size = Slice.LargestSize)
    {
        var id = customer.TrackedTicket();
        // A merged one leads to where it went, when that is shown to its customer beyond doubt.
        var found = await ReadTicket.OneAsync(db, db.Tickets.Where(x => x.Id == db.Tickets.Where(t => t.Id == id).Select(t => t.LinkLeadsOn ? t.MergedIntoId : t.Id).FirstOrDefault()), cancellationToken);
        if (found is null)
            return Problem.NotFound("ticket");
        TicketVersion.Tell(http, found.Ticket);
        // Whom a link led here from another ticket has shown there who he is.
        var byOwner = found.Ticket.Id != id || (found.Ticket.MergedFrom.Length > 0 && await db.IsOpenedBySelfAsync(found.Ticket, cancellationToken));
        var messages = await ListMessages.ReadAsync(db, found.Ticket, forStaff: false, byOwner, downloads, page, size, cancellationToken);
        return TypedResults.Ok(new Answer(found.As(await policies.CurrentAsync(cancellationToken), forStaff: false, time.GetUtcNow()), messages));
    }
}
