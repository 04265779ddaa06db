using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Visibility;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Links;

static class LinkTickets
{
    public const int Most = 100;

    static Refusal TooManyLinks { get; } = new(ProblemTypes.TooManyLinks, $"A ticket is linked to at most {Most} others.");

    static Refusal Circular { get; } = new(
        ProblemTypes.CircularLink, "By other links that ticket has the same to do with this one already: it cannot be both ways.");

    public static void Map(RouteGroupBuilder api) => api.MapPost("/{number}/links", HandleAsync).RequireAuthorization(Policies.Staff)
        .WithIdempotencyKey().WithName("LinkTickets").WithSummary("Says that the ticket has to do with another one")
        .Produces<TicketLinkResponse>(StatusCodes.Status201Created);

    /// <summary>The kinds that a person sets; the others are facts.</summary>
    public static bool IsManual(TicketLinkKind kind) =>
        kind is TicketLinkKind.RelatesTo or TicketLinkKind.Blocks or TicketLinkKind.DuplicateOf;

    static async Task<IResult> HandleAsync(
        string number, LinkTicketsRequest request, ClaimsPrincipal caller, TicketUnitOfWork work, TicketingDbContext db,
        ViewerResolver viewers,
        TimeProvider time, CancellationToken cancellationToken)
    {
        var (kind, viewer) = (request.Kind!.Value, await viewers.ResolveAsync(caller, cancellationToken));
        if (!IsManual(kind))
            return Problem.Invalid("kind", "Tickets are linked by hand as RelatesTo, Blocks or DuplicateOf.");
        var result = await work.ChangeAsStaffAsync<TicketLinkResponse>(
            number,
            caller,
            async ticket =>
            {
                if (!TicketNumber.TryParse(request.To, out var to))
                    return Refusal.Invalid("to", TicketNumberFilter.NotANumber);
                var other = await db.Tickets.AsNoTracking().Where(x => x.Number == to && x.Id != ticket.Id)
                    .VisibleTo(viewer).SingleOrDefaultAsync(cancellationToken);
                return other is null || !caller.IsStaffFor(other.CustomerId)
                    ? Refusal.Invalid("to", "There is no such other ticket.")
                    : await LinkAsync(db, ticket, other, kind, caller.ToStaffActor(), time.GetUtcNow(), cancellationToken);
            },
            link => Respond(number, link),
            cancellationToken);
        return result.ToHttp(link => Respond(number, link));
    }

    static Created<TicketLinkResponse> Respond(string number, TicketLinkResponse link) =>
        TypedResults.Created($"/api/tickets/{number}/links/{link.Kind}/{link.Number}", link);

    static async Task<Result<TicketLinkResponse>> LinkAsync(
        TicketingDbContext db, Ticket ticket, Ticket other, TicketLinkKind kind, Actor by, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // Two links set at once could close a circle that neither of them sees.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('links', 0))", cancellationToken);
        var view = new TicketLinkResponse(kind, false, other.Number, other.Subject, other.Status, now);
        var mutual = kind == TicketLinkKind.RelatesTo;
        var exists = await db.Links.AnyAsync(
            x => x.Kind == kind && ((x.TicketId == ticket.Id && x.OtherId == other.Id)
                || (mutual && x.TicketId == other.Id && x.OtherId == ticket.Id)),
            cancellationToken);
        if (exists)
            return view;
        if (await db.Links.CountAsync(x => x.TicketId == ticket.Id, cancellationToken) >= Most)
            return TooManyLinks;
        if (!mutual && await LeadsBackAsync(db, other.Id, ticket.Id, kind, cancellationToken))
            return Circular;
        db.Add(new TicketLink { TicketId = ticket.Id, OtherId = other.Id, Kind = kind, LinkedAt = now });
        ticket.LinkTo(other, kind, by, now);
        return view;
    }

    static Task<bool> LeadsBackAsync(TicketingDbContext db, Guid from, Guid to, TicketLinkKind kind, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"""
            with recursive way (id) as (
                select {from} union
                select l.other_id from ticket_link l join way on l.ticket_id = way.id where l.kind = {kind.ToString()})
            select exists (select from way where id = {to}) as "Value"
            """).SingleAsync(cancellationToken);
}
