using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>Which tickets somebody may know of. Every list and every lookup goes through here; what is not visible does not exist.</summary>
static class Visibility
{
    public static IQueryable<Ticket> VisibleTo(this IQueryable<Ticket> tickets, Viewer viewer)
    {
        var (me, areas) = (viewer.Account, viewer.Areas);
        if (viewer.Everything)
            return tickets;
        if (!viewer.Staff)
            return tickets.Where(x => x.CustomerId == me && me != null);
        return areas.Length == 0
            ? tickets.Where(x => x.AssigneeId == me || x.CustomerId == me)
            : tickets.Where(x => x.AssigneeId == me || x.CustomerId == me || areas.Contains(x.AreaId));
    }

    /// <summary>Whether the caller acts as staff on this ticket. On his own ticket a member of the staff is its customer, and sees what a customer sees.</summary>
    public static bool IsStaffFor(this ClaimsPrincipal caller, Guid? customer) => caller.IsStaff() && (customer is null || caller.AccountId() != customer);
}
