using System.Security.Claims;
using Helpdesk.Api.Accounts;
using Helpdesk.Notification.Settings;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Notification.Ledger;

static class VisibleDeliveries
{
    /// <summary>
    /// What members of the staff may know of: mails about tickets as far as they may see these, mails about accounts only as
    /// administrators.
    /// </summary>
    public static IQueryable<Delivery> VisibleTo(
        this IQueryable<Delivery> deliveries, ClaimsPrincipal caller, AgentsSee setting, NotificationDbContext db)
    {
        if (caller.IsInRole(AccountRoles.Admin))
            return deliveries;
        var me = caller.AccountId();
        // A digest is its reader's, though it names tickets. A mail about one ticket is not: what it was sent to may have changed hands.
        var ofTickets = deliveries.Where(x => x.TicketId != null || x.RecipientId == me);
        if (caller.IsInRole(AccountRoles.Dispatcher) || setting == AgentsSee.Everything)
            return ofTickets;
        return setting == AgentsSee.Assigned
            ? ofTickets.Where(x => x.TicketId == null
                || db.Tickets.Any(t => t.Id == x.TicketId && (t.AssigneeId == me || t.CustomerId == me)))
            : ofTickets.Where(x => x.TicketId == null || db.Tickets.Any(t => t.Id == x.TicketId
                && (t.AssigneeId == me || t.CustomerId == me || db.AgentAreas.Any(a => a.AgentId == me && a.AreaIds.Contains(t.AreaId)))));
    }
}
