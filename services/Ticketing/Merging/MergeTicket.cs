using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Timers;
using Helpdesk.Ticketing.Visibility;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Merging;

static class MergeTicket
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/{number}/merge", HandleAsync).RequireAuthorization(Policies.Staff)
        .WithName("MergeTicket").Produces(StatusCodes.Status204NoContent)
        .WithSummary("Merges the ticket into another one about the same: it closes, and its conversation stands in the other one");

    static async Task<IResult> HandleAsync(
        string number, MergeTicketRequest request, HttpRequest http, ClaimsPrincipal caller, TicketingDbContext db, ViewerResolver viewers,
        IPublishEndpoint publish, TimeProvider time, CancellationToken cancellationToken)
    {
        var viewer = await viewers.ResolveAsync(caller, cancellationToken);
        var isNumber = TicketNumber.TryParse(request.Into, out var into);
        string[] both = [number, into ?? number];
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // In one order always: two who merge crosswise at once wait for each other, and not for ever.
        var locked = await db.Tickets.FromSql($"select * from ticket where number = any({both}) order by id for update")
            .VisibleTo(viewer).ToListAsync(cancellationToken);
        if (locked.Find(x => x.Number == number) is not { } ticket)
            return Refusal.NotFound("ticket").ToProblem();
        if (!isNumber)
            return Refusal.Invalid("into", TicketNumberFilter.NotANumber).ToProblem();
        if (locked.Find(x => x.Number == into) is not { } other || other == ticket)
            return Refusal.Invalid("into", "There is no such other ticket.").ToProblem();
        if (!caller.IsStaffFor(ticket.CustomerId) || !caller.IsStaffFor(other.CustomerId))
            return TicketUnitOfWork.OwnTicket.ToProblem();
        if (ticket.MergedIntoId == other.Id)
            return TypedResults.NoContent();
        if ((await TicketETag.CheckAsync(http, db, ticket, forStaff: true, cancellationToken)).IsRefused(out var stale))
            return stale.ToProblem();
        if ((await MergeAsync(db, publish, ticket, other, caller.ToStaffActor(), time.GetUtcNow(), cancellationToken))
            .IsRefused(out var refusal))
            return refusal.ToProblem();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    static async Task<Result> MergeAsync(
        TicketingDbContext db, IPublishEndpoint publish, Ticket ticket, Ticket other, Actor by, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var mergedBefore = await db.LockTicketsAsync(ticket.MergedFrom, cancellationToken);
        var unanswered = await db.BringsUnansweredReplyAsync(ticket, other, cancellationToken);
        var clock = other.WaitingSince;
        if (ticket.MergeInto(other, mergedBefore, unanswered, by, now).IsRefused(out var refusal))
            return refusal;
        if (other.WaitingSince != clock)
            await publish.Publish(new TimersOutdated(other.Id), cancellationToken);
        db.Add(new TicketLink { TicketId = ticket.Id, OtherId = other.Id, Kind = TicketLinkKind.MergedInto, LinkedAt = now });
        await publish.PublishEventsAsync(ticket, cancellationToken);
        return Result.Done;
    }
}
