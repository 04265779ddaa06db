using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Assigning;
using Helpdesk.Ticketing.Files;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Visibility;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing;

/// <summary>
/// One change of one ticket: found, locked, decided by the ticket, saved with its events in one commit. The lock makes two
/// people who reply at once come one after the other instead of one of them being refused.
/// </summary>
sealed class TicketUnitOfWork(
    TicketingDbContext db, IPublishEndpoint publish, ViewerResolver viewers, IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>Changes a ticket that the caller may see.</summary>
    public async Task<Result> ChangeAsync(
        string number, ClaimsPrincipal caller, Func<Ticket, Result> change, CancellationToken cancellationToken) =>
        WithoutValue(await ChangeAsync(number, caller, Lift(change), NoContent, cancellationToken));

    /// <summary>The same, with something to look up or to write on the way, and something to tell.</summary>
    /// <param name="number">The ticket's.</param>
    /// <param name="caller">Who changes it.</param>
    /// <param name="change">What they change.</param>
    /// <param name="respond">Makes the response, which is stored in the same commit for whoever repeats the request.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Result<T>> ChangeAsync<T>(
        string number, ClaimsPrincipal caller, Func<Ticket, Task<Result<T>>> change, Func<T, IResult> respond,
        CancellationToken cancellationToken) where T : notnull
    {
        var locked = db.Tickets.FromSql($"select * from ticket where number = {number} for update")
            .VisibleTo(await viewers.ResolveAsync(caller, cancellationToken));
        return await RunAsync(locked, ticket => caller.IsStaffFor(ticket.CustomerId), _ => true, change, respond, cancellationToken);
    }

    /// <summary>Changes a ticket as staff alone may: on their own ticket a member of the staff is its customer.</summary>
    public async Task<Result> ChangeAsStaffAsync(
        string number, ClaimsPrincipal caller, Func<Ticket, Result> change, CancellationToken cancellationToken) =>
        WithoutValue(await ChangeAsStaffAsync(number, caller, Lift(change), NoContent, cancellationToken));

    /// <summary>The same, with something to look up or to write on the way, and something to tell.</summary>
    public Task<Result<T>> ChangeAsStaffAsync<T>(
        string number, ClaimsPrincipal caller, Func<Ticket, Task<Result<T>>> change, Func<T, IResult> respond,
        CancellationToken cancellationToken) where T : notnull =>
        ChangeAsync(
            number,
            caller,
            ticket => caller.IsStaffFor(ticket.CustomerId) ? change(ticket) : Task.FromResult<Result<T>>(OwnTicket),
            respond,
            cancellationToken);

    /// <summary>Changes a ticket that its customer was led to.</summary>
    /// <param name="id">The ticket's.</param>
    /// <param name="wasSeen">False when the customer has looked at another ticket than this one: then they cannot know its version.</param>
    /// <param name="change">What they change.</param>
    /// <param name="respond">Makes the response, which is stored in the same commit for whoever repeats the request.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<Result<T>> ChangeAsCustomerAsync<T>(
        Guid id, Func<Ticket, bool> wasSeen, Func<Ticket, Task<Result<T>>> change, Func<T, IResult> respond,
        CancellationToken cancellationToken) where T : notnull =>
        RunAsync(
            db.Tickets.FromSql($"select * from ticket where id = {id} for update"),
            byStaff: _ => false, wasSeen, change, respond, cancellationToken);

    async Task<Result<T>> RunAsync<T>(
        IQueryable<Ticket> locked, Func<Ticket, bool> byStaff, Func<Ticket, bool> wasSeen, Func<Ticket, Task<Result<T>>> change,
        Func<T, IResult> respond, CancellationToken cancellationToken) where T : notnull
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await locked.SingleOrDefaultAsync(cancellationToken) is not { } ticket)
            return Refusal.NotFound("ticket");
        var (context, forStaff) = (http.HttpContext!, byStaff(ticket));
        if (wasSeen(ticket)
            && (await TicketETag.CheckAsync(context.Request, db, ticket, forStaff, cancellationToken)).IsRefused(out var stale))
            return stale;
        await db.UpdateContactAsync(ticket, cancellationToken);
        var (before, agent, closed) = (ticket.Version, ticket.AssigneeId, ticket.IsClosed);
        var result = await change(ticket);
        if (ticket.Version == before || !result.TryGet(out var value, out _))
        {
            // Another change of this request must not save, outside this lock, what only followed the account; and under its own lock it
            // reads the ticket anew, for somebody else may have changed it in between.
            db.Entry(ticket).State = EntityState.Detached;
            return result;
        }

        if (closed || ticket.AssigneeId != agent)
            await HandBackFromSuspendedAsync(ticket, cancellationToken);
        await publish.PublishEventsAsync(ticket, cancellationToken);
        await context.StoreResponseAsync(respond(value));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.ViolatedUniqueConstraint() == "pk_attachment")
        {
            return UploadReceipts.AlreadyUsed;
        }

        await transaction.CommitAsync(cancellationToken);
        TicketETag.Set(context.Response, ticket, forStaff);
        return result;
    }

    /// <summary>Neither who gives it away nor who reopens it brings a ticket to somebody who is no agent any more.</summary>
    async Task HandBackFromSuspendedAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        if (ticket.IsClosed || ticket.AssigneeId is not { } agent)
            return;
        if (await db.IsSuspendedAsync(agent, cancellationToken))
            ticket.HandBack(agent, time.GetUtcNow());
        else
            await publish.Publish(new SuspendedAgentDue(agent), cancellationToken);
    }

    static Func<Ticket, Task<Result<Ticket>>> Lift(Func<Ticket, Result> change) =>
        ticket => Task.FromResult<Result<Ticket>>(change(ticket).IsRefused(out var refusal) ? refusal : ticket);

    static Result WithoutValue(Result<Ticket> result) => result.TryGet(out _, out var refusal) ? Result.Done : refusal;

    static IResult NoContent(Ticket ticket) => TypedResults.NoContent();

    public static Refusal OwnTicket { get; } = new(
        ProblemTypes.OwnTicket, "On your own ticket you are the customer; a colleague has to do this.", StatusCodes.Status403Forbidden);
}
