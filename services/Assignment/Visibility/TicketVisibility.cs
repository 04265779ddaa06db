using System.Security.Claims;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Assignment.Receipts;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Visibility;

/// <summary>
/// What of a ticket a caller may know here, by the rule of Ticketing and the copies that Assignment keeps: its receipts and its place in
/// the queue are seen by who sees the ticket as staff. On a ticket of their own they are its customer.
/// </summary>
sealed class TicketVisibility(AssignmentDbContext db, IConfiguration configuration)
{
    /// <summary>The receipts of the tickets that the caller sees as staff.</summary>
    public async Task<IQueryable<Receipt>> ReceiptsAsync(ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var tickets = await TicketsAsync(caller, cancellationToken);
        return db.Receipts.AsNoTracking().Where(x => tickets.Any(y => y.Id == x.TicketId));
    }

    /// <summary>Whether the caller sees the tickets of this area, and with them its queue and its choices as a whole.</summary>
    public async Task<bool> SeesAreaAsync(Guid area, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        caller.IsDispatcher() || await AgentsSeeAsync(cancellationToken) switch
        {
            AgentsSee.Everything => true,
            AgentsSee.Assigned => false,
            _ => await db.AgentAreas.AnyAsync(x => x.AreaId == area && x.AgentId == caller.AccountId(), cancellationToken),
        };

    async Task<IQueryable<Ticket>> TicketsAsync(ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var me = caller.AccountId();
        var tickets = db.Tickets.AsNoTracking().Where(x => x.CustomerId == null || x.CustomerId != me);
        return caller.IsDispatcher() ? tickets : await AgentsSeeAsync(cancellationToken) switch
        {
            AgentsSee.Everything => tickets,
            AgentsSee.Assigned => tickets.Where(x => x.AgentId == me),
            _ => tickets.Where(x => x.AgentId == me || db.AgentAreas.Any(y => y.AgentId == me && y.AreaId == x.AreaId)),
        };
    }

    async Task<AgentsSee> AgentsSeeAsync(CancellationToken cancellationToken)
    {
        var told = await db.Settings.AsNoTracking().Select(x => x.AgentsSee).SingleOrDefaultAsync(cancellationToken);
        return Enum.TryParse<AgentsSee>(told, out var sees) && Enum.IsDefined(sees)
            ? sees : configuration.GetValue("Visibility:Agents", AgentsSee.TheirAreas);
    }
}
