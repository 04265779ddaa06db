using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Tickets;
using Helpdesk.Ticketing.Timers;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Links;

static class MergeTicket
{
    const int MostMerged = 50;

    /// <summary>The number of the ticket that goes on.</summary>
    public sealed record Request([property: Required, StringLength(40)] string Into);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/{number}/merge", HandleAsync).RequireAuthorization(Policies.Staff).WithName("MergeTicket")
        .WithSummary("Merges the ticket into another one about the same: it closes, and its conversation stands in the other one").Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        string number, Request request, HttpRequest http, ClaimsPrincipal caller, TicketingDbContext db, Viewers viewers, IPublishEndpoint publish, TimeProvider time, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(caller, cancellationToken);
        var isNumber = TicketNumber.TryParse(request.Into, out var into);
        string[] both = [number, into ?? number];
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // In one order always: two who merge crosswise at once wait for each other, and not for ever.
        var locked = await db.Tickets.FromSql($"select * from ticket where number = any({both}) order by id for update").VisibleTo(viewer).ToListAsync(cancellationToken);
        if (locked.Find(x => x.Number == number) is not { } ticket)
            return Problem.NotFound("ticket");
        if (!isNumber)
            return Problem.Invalid("into", TicketNumbers.None);
        if (locked.Find(x => x.Number == into) is not { } other || other == ticket)
            return Problem.Invalid("into", "There is no such other ticket.");
        if (!caller.IsStaffFor(ticket.CustomerId) || !caller.IsStaffFor(other.CustomerId))
            return TicketChange.NotOnOwn;
        if (ticket.MergedIntoId == other.Id)
            return TypedResults.NoContent();
        if (await TicketVersion.StaleAsync(http, db, ticket, forStaff: true, cancellationToken) is { } stale)
            return stale;
        if (Refused(ticket, other) is { } refusal)
            return refusal.ToProblem();

        var (now, by, earlier) = (time.GetUtcNow(), Who.Staff(caller), ticket.MergedFrom);
        var openedBySelf = await db.IsOpenedBySelfAsync(ticket, cancellationToken);
        var (unanswered, clock) = (await db.BringsUnansweredWordsAsync(ticket, other, cancellationToken), other.WaitingSince);
        ticket.MergeInto(other, openedBySelf, unanswered, by, now);
        if (other.WaitingSince != clock)
            await publish.Publish(new PolicyMoved(other.Id), cancellationToken);
        db.Add(new TicketLink { TicketId = ticket.Id, OtherId = other.Id, Kind = TicketLinkKind.MergedInto, LinkedAt = now });
        await ticket.PublishAsync(publish, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        // What was merged into it before goes along, and its links lead no further than this one's.
        await db.Tickets.Where(x => earlier.Contains(x.Id)).ExecuteUpdateAsync(x => x
            .SetProperty(t => t.MergedIntoId, other.Id).SetProperty(t => t.LinkLeadsOn, t => t.LinkLeadsOn && ticket.LinkLeadsOn), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    static Refusal? Refused(Ticket ticket, Ticket other)
    {
        if (ticket.IsMerged || other.IsMerged)
            return Ticket.Merged;
        if (other.IsClosed)
            return Refusal.Closed;
        return other.MergedFrom.Length + ticket.MergedFrom.Length < MostMerged ? null : new("too-many-merged", $"No more than {MostMerged} tickets can be merged into one.");
    }
}
