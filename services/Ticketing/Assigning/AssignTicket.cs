using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Assigning;

static class AssignTicket
{
    static Refusal NotYours { get; } = new(
        ProblemTypes.NotYours, "This ticket is somebody else's. A dispatcher can take it away from them.", StatusCodes.Status403Forbidden);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/assignee", HandleAsync).RequireAuthorization(Policies.Staff)
        .WithName("AssignTicket").WithSummary("Takes the ticket, gives it to an agent, gives it back, or takes it away")
        .Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        string number, AssignTicketRequest request, ClaimsPrincipal caller, TicketUnitOfWork work, TicketingDbContext db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        Person? to = null;
        if (request.AgentId is { } agent)
        {
            // Not just any account: a customer must never become the one who answers.
            var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == agent, cancellationToken);
            if (account is null || await db.IsSuspendedAsync(agent, cancellationToken))
                return Problem.Invalid("agentId", "There is no such agent, or the account is disabled.");
            to = account.AsPerson();
        }

        var reason = TextSanitizer.Multiline(request.Reason).TrimStart() is { Length: > 0 } told ? told : null;
        var result = await work.ChangeAsync(
            number, caller, ticket => Assign(ticket, to, caller, reason, time.GetUtcNow()), cancellationToken);
        return result.ToHttp();
    }

    static Result Assign(Ticket ticket, Person? to, ClaimsPrincipal caller, string? reason, DateTimeOffset now)
    {
        if (!caller.IsStaffFor(ticket.CustomerId))
            return to is not null && to.Id == ticket.CustomerId ? TicketRefusals.AssigneeIsCustomer : TicketUnitOfWork.OwnTicket;
        if (!MayAssign(caller, ticket, to))
            return NotYours;
        var cause = Cause(caller, ticket, to);
        if (cause == AssigneeCause.Returned && reason is null && !ticket.IsClosed)
            return Refusal.Invalid("reason", "Please say why you give it back: the next one should know.");
        return ticket.Assign(to, caller.ToStaffActor(), cause, reason, now);
    }

    // An agent takes what is nobody's and passes on what is their own.
    static bool MayAssign(ClaimsPrincipal caller, Ticket ticket, Person? to) =>
        caller.IsDispatcher() || ticket.AssigneeId == caller.AccountId() || (ticket.AssigneeId is null && to?.Id == caller.AccountId());

    static AssigneeCause Cause(ClaimsPrincipal caller, Ticket ticket, Person? to)
    {
        if (to is not null)
            return to.Id == caller.AccountId() ? AssigneeCause.Taken : AssigneeCause.Given;
        return ticket.AssigneeId is { } agent && agent == caller.AccountId() ? AssigneeCause.Returned : AssigneeCause.Unassigned;
    }
}
