using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Links;

static class LinkTickets
{
    public const int Most = 100;

    /// <summary>The number of the other ticket, and how this one has to do with it.</summary>
    public sealed record Request([property: Required, StringLength(40)] string To, [property: Required, EnumDataType(typeof(TicketLinkKind))] TicketLinkKind? Kind);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/{number}/links", HandleAsync).RequireAuthorization(Policies.Staff).WithIdempotencyKey().WithName("LinkTickets")
        .WithSummary("Says that the ticket has to do with another one").Produces<LinkView>(StatusCodes.Status201Created);

    /// <summary>The kinds that a person sets; the others are facts.</summary>
    public static bool IsByHand(TicketLinkKind kind) => kind is TicketLinkKind.RelatesTo or TicketLinkKind.Blocks or TicketLinkKind.DuplicateOf;

    static async Task<IResult> HandleAsync(
        string number, Request request, ClaimsPrincipal caller, TicketChange change, TicketingDbContext db, Viewers viewers, TimeProvider time, CancellationToken cancellationToken)
    {
        var (kind, viewer) = (request.Kind!.Value, await viewers.OfAsync(caller, cancellationToken));
        if (!IsByHand(kind))
            return Problem.Invalid("kind", "Tickets are linked by hand as RelatesTo, Blocks or DuplicateOf.");
        return await change.ByStaffAsync(number, caller, async ticket =>
        {
            if (!TicketNumber.TryParse(request.To, out var to))
                return Problem.Invalid("to", TicketNumbers.None);
            var other = await db.Tickets.AsNoTracking().Where(x => x.Number == to && x.Id != ticket.Id).VisibleTo(viewer).SingleOrDefaultAsync(cancellationToken);
            if (other is null || !caller.IsStaffFor(other.CustomerId))
                return Problem.Invalid("to", "There is no such other ticket.");
            // Two links set at once could close a circle that neither of them sees.
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('links', 0))", cancellationToken);
            var now = time.GetUtcNow();
            var answer = TypedResults.Created($"/api/tickets/{ticket.Number}/links/{kind}/{other.Number}", new LinkView(kind, false, other.Number, other.Subject, other.Status, now));
            if (await db.Links.AnyAsync(x => x.Kind == kind && ((x.TicketId == ticket.Id && x.OtherId == other.Id) || (kind == TicketLinkKind.RelatesTo && x.TicketId == other.Id && x.OtherId == ticket.Id)), cancellationToken))
                return answer;
            if (await db.Links.CountAsync(x => x.TicketId == ticket.Id, cancellationToken) >= Most)
                return new Refusal("too-many-links", $"A ticket is linked to at most {Most} others.").ToProblem();
            if (kind != TicketLinkKind.RelatesTo && await LeadsBackAsync(db, other.Id, ticket.Id, kind, cancellationToken))
                return new Refusal("link-turns-in-circle", "By other links that ticket has the same to do with this one already: it cannot be both ways.").ToProblem();
            db.Add(new TicketLink { TicketId = ticket.Id, OtherId = other.Id, Kind = kind, LinkedAt = now });
            ticket.LinkTo(other, kind, Who.Staff(caller), now);
            return answer;
        }, cancellationToken);
    }

    static Task<bool> LeadsBackAsync(TicketingDbContext db, Guid from, Guid to, TicketLinkKind kind, CancellationToken cancellationToken) => db.Database.SqlQuery<bool>($"""
        with recursive way (id) as (
            select {from} union select l.other_id from ticket_link l join way on l.ticket_id = way.id where l.kind = {kind.ToString()})
        select exists (select from way where id = {to}) as "Value"
        """).SingleAsync(cancellationToken);
}
