using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>
/// One change of one ticket: found, locked, decided by the ticket, saved with its events in one commit. The lock makes two
/// people who answer at once come one after the other instead of one of them being refused.
/// </summary>
sealed class TicketChange(TicketingDbContext db, IPublishEndpoint publish, IOptionsSnapshot<VisibilityOptions> visibility, IHttpContextAccessor http)
{
    /// <summary>Changes a ticket that the caller may see.</summary>
    public Task<IResult> OfAsync(string number, ClaimsPrincipal caller, Func<Ticket, IResult> change, CancellationToken cancellationToken) => OfAsync(
        db.Tickets.FromSql($"select * from ticket where number = {number} for update").VisibleTo(caller, visibility.Value.Agents, db),
        ticket => caller.IsStaffFor(ticket.CustomerId), change, cancellationToken);

    /// <summary>The same, by staff alone: on his own ticket a member of the staff is not.</summary>
    public Task<IResult> ByStaffAsync(string number, ClaimsPrincipal caller, Func<Ticket, IResult> change, CancellationToken cancellationToken) =>
        OfAsync(number, caller, ticket => caller.IsStaffFor(ticket.CustomerId) ? change(ticket) : NotOnOwn, cancellationToken);

    /// <summary>Changes the ticket whose secret the customer holds.</summary>
    public Task<IResult> OfTrackedAsync(Guid id, Func<Ticket, IResult> change, CancellationToken cancellationToken) =>
        OfAsync(db.Tickets.FromSql($"select * from ticket where id = {id} for update"), _ => false, change, cancellationToken);

    async Task<IResult> OfAsync(IQueryable<Ticket> locked, Func<Ticket, bool> byStaff, Func<Ticket, IResult> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await locked.SingleOrDefaultAsync(cancellationToken) is not { } ticket)
            return Problem.NotFound("ticket");
        if (TicketVersion.Expected(http.HttpContext!.Request) is { } expected && expected != ticket.Version)
            return await TicketVersion.ChangedAsync(db, ticket, expected, byStaff(ticket), cancellationToken);
        var result = change(ticket);
        if (!ticket.HasNews)
            return result;
        await ticket.PublishAsync(publish, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.TakenKey() == "pk_attachment")
        {
            return Uploads.AlreadyUsed;
        }

        await transaction.CommitAsync(cancellationToken);
        TicketVersion.Tell(http.HttpContext.Response, ticket);
        return result;
    }

    static IResult NotOnOwn { get; } =
        Problem.Of(StatusCodes.Status403Forbidden, "own-ticket", "On your own ticket you are the customer; a colleague has to do this.");
}
