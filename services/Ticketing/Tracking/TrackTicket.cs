using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Tracking;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Files;
using Helpdesk.Ticketing.Lists;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Reading;
using Helpdesk.Ticketing.Timers;

namespace Helpdesk.Ticketing.Tracking;

static class TrackTicket
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync).WithName("TrackTicket")
        .WithSummary("The ticket of the link, with its conversation").Produces<TrackTicketResponse>();

    static async Task<IResult> HandleAsync(
        ClaimsPrincipal customer, HttpResponse http, TicketingDbContext db, DownloadLinks downloads, CachedPolicy policies,
        TimeProvider time, CancellationToken cancellationToken,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.LargestSize)
    {
        if (await TrackedTicket.FindAsync(db, customer.TrackedTicket(), cancellationToken) is not ({ } found, var byOwner))
            return Problem.NotFound("ticket");
        TicketETag.Set(http, found.Ticket, forStaff: false);
        var messages = await ListMessages.ReadAsync(
            db, found.Ticket, forStaff: false, byOwner, reader: null, downloads, page, size, cancellationToken);
        var view = found.ToResponse(await policies.GetAsync(cancellationToken), forStaff: false, time.GetUtcNow());
        return TypedResults.Ok(AsTyped(found.Ticket, new TrackTicketResponse(view, messages)));
    }

    /// <summary>
    /// Who holds the link may have typed another's address, and learns nothing of that one's account: not by its owner's replies either.
    /// </summary>
    static TrackTicketResponse AsTyped(Ticket ticket, TrackTicketResponse seen)
    {
        if (ticket is not { TypedName: { } name, TypedEmail: { } email })
            return seen;
        var messages = seen.Messages.Items
            .Select(x => x.AuthorKind == ActorKind.Customer && x.Origin is null ? x with { AuthorName = name } : x);
        return new(
            seen.Ticket with
            {
                Customer = seen.Ticket.Customer with { Name = name, Email = email, Language = ticket.TypedLanguage ?? ticket.Language },
            },
            seen.Messages with { Items = [.. messages] });
    }
}
