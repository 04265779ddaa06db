using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults;
using Helpdesk.Ticketing.Links;
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
        ClaimsPrincipal customer, HttpResponse http, TicketingDbContext db, Downloads downloads, PolicyInForce policies, TimeProvider time, CancellationToken cancellationToken,
        [Range(1, Slice.LastPage)] int page = 1, [Range(1, Slice.LargestSize)] int size = Slice.LargestSize)
    {
        var id = customer.TrackedTicket();
        // A merged one leads to where it went, when that is shown to its customer beyond doubt.
        var shown = await ShownAsync(db, id, cancellationToken);
        var found = await ReadTicket.OneAsync(db, db.Tickets.Where(x => x.Id == shown), cancellationToken);
        if (found is null)
            return Problem.NotFound("ticket");
        TicketVersion.Tell(http, found.Ticket);
        // Whom a link led here from another ticket has shown there who he is.
        var byOwner = found.Ticket.Id != id || (found.Ticket.MergedFrom.Length > 0 && await db.IsOpenedBySelfAsync(found.Ticket, cancellationToken));
        var messages = await ListMessages.ReadAsync(
            db, found.Ticket, forStaff: false, byOwner, reader: null, downloads, page, size, cancellationToken);
        var view = found.As(await policies.CurrentAsync(cancellationToken), forStaff: false, time.GetUtcNow());
        return TypedResults.Ok(AsTyped(found.Ticket, new Answer(view, messages)));
    }

    /// <summary>A link leads on from a merged ticket, but not to one whose own link was renewed since.</summary>
    static async Task<Guid> ShownAsync(TicketingDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var found = await db.Tickets.Where(x => x.Id == id && x.LinkLeadsOn)
            .Join(db.Tickets, x => x.MergedIntoId, x => x.Id,
                (ticket, other) => new { other.Id, other.TrackingRenewedAt, Held = ticket.TrackingRenewedAt })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null || (found.TrackingRenewedAt is { } renewed && !(found.Held >= renewed)) ? id : found.Id;
    }

    /// <summary>
    /// Who holds the link may have typed another's address, and learns nothing of that one's account: not by its owner's replies either.
    /// </summary>
    static Answer AsTyped(Ticket ticket, Answer seen)
    {
        if (ticket is not { TypedName: { } name, TypedEmail: { } email })
            return seen;
        var messages = seen.Messages.Items
            .Select(x => x.AuthorKind == ActorKind.Customer && x.Origin is null ? x with { AuthorName = name } : x);
        return new(
            seen.Ticket with { Customer = seen.Ticket.Customer with { Name = name, Email = email } },
            seen.Messages with { Items = [.. messages] });
    }
}
