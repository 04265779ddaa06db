using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.LocalCopies;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>
/// One change of one ticket: found, locked, decided by the ticket, saved with its events in one commit. The lock makes two
/// people who answer at once come one after the other instead of one of them being refused.
/// </summary>
sealed class TicketChange(TicketingDbContext db, IPublishEndpoint publish, Viewers viewers, IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>Changes a ticket that the caller may see.</summary>
    public Task<IResult> OfAsync(string number, ClaimsPrincipal caller, Func<Ticket, IResult> change, CancellationToken cancellationToken) =>
        OfAsync(number, caller, ticket => Task.FromResult(change(ticket)), cancellationToken);

    /// <summary>The same, with something to look up or to write on the way.</summary>
    public async Task<IResult> OfAsync(string number, ClaimsPrincipal caller, Func<Ticket, Task<IResult>> change, CancellationToken cancellationToken) => await OfAsync(
        db.Tickets.FromSql($"select * from ticket where number = {number} for update").VisibleTo(await viewers.OfAsync(caller, cancellationToken)),
        ticket => caller.IsStaffFor(ticket.CustomerId), change, cancellationToken);

    /// <summary>The same, by staff alone: on his own ticket a member of the staff is not.</summary>
    public Task<IResult> ByStaffAsync(string number, ClaimsPrincipal caller, Func<Ticket, IResult> change, CancellationToken cancellationToken) =>
        ByStaffAsync(number, caller, ticket => Task.FromResult(change(ticket)), cancellationToken);

    public Task<IResult> ByStaffAsync(string number, ClaimsPrincipal caller, Func<Ticket, Task<IResult>> change, CancellationToken cancellationToken) =>
        OfAsync(number, caller, ticket => caller.IsStaffFor(ticket.CustomerId) ? change(ticket) : Task.FromResult(NotOnOwn), cancellationToken);

    /// <summary>Changes the ticket whose secret the customer holds.</summary>
    public Task<IResult> OfTrackedAsync(Guid id, Func<Ticket, IResult> change, CancellationToken cancellationToken) =>
        OfTrackedAsync(id, _ => true, ticket => Task.FromResult(change(ticket)), cancellationToken);

    /// <param name="isTheOneSeen">False when the customer has looked at another ticket than this one: then he cannot know its version.</param>
    public Task<IResult> OfTrackedAsync(Guid id, Func<Ticket, bool> isTheOneSeen, Func<Ticket, Task<IResult>> change, CancellationToken cancellationToken) =>
        OfAsync(db.Tickets.FromSql($"select * from ticket where id = {id} for update"), _ => false, change, cancellationToken, isTheOneSeen);

    async Task<IResult> OfAsync(
        IQueryable<Ticket> locked, Func<Ticket, bool> byStaff, Func<Ticket, Task<IResult>> change, CancellationToken cancellationToken, Func<Ticket, bool>? isTheOneSeen = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await locked.SingleOrDefaultAsync(cancellationToken) is not { } ticket)
            return Problem.NotFound("ticket");
        var (context, forStaff) = (http.HttpContext!, byStaff(ticket));
        if (isTheOneSeen?.Invoke(ticket) != false
            && await TicketVersion.StaleAsync(context.Request, db, ticket, forStaff, cancellationToken) is { } stale)
            return stale;
        await db.FollowContactAsync(ticket, cancellationToken);
        var (before, agent, closed) = (ticket.Version, ticket.AssigneeId, ticket.IsClosed);
        var result = await change(ticket);
        if (ticket.Version == before)
        {
            // Another change of this request must not save, outside this lock, what only followed the account.
            db.Entry(ticket).State = EntityState.Unchanged;
            return result;
        }

        if (closed || ticket.AssigneeId != agent)
            await HandBackFromSuspendedAsync(ticket, cancellationToken);
        await ticket.PublishAsync(publish, cancellationToken);
        await context.ForetellAsync(result);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.TakenKey() == "pk_attachment")
        {
            return Uploads.AlreadyUsed;
        }

        await transaction.CommitAsync(cancellationToken);
        TicketVersion.Tell(context.Response, ticket, forStaff);
        return result;
    }

    /// <summary>Neither who gives it away nor who opens it again brings a ticket to somebody who is no agent any more.</summary>
    async Task HandBackFromSuspendedAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        if (ticket.IsClosed || ticket.AssigneeId is not { } agent)
            return;
        if (await db.IsSuspendedAsync(agent, cancellationToken))
            ticket.HandBackSuspended(agent, time.GetUtcNow());
        else
            await publish.Publish(new SuspendedAgentDue(agent), cancellationToken);
    }

    public static IResult NotOnOwn =>
        Problem.Of(StatusCodes.Status403Forbidden, "own-ticket", "On your own ticket you are the customer; a colleague has to do this.");
}
