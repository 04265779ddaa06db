using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Visibility;

/// <summary>
/// Which tickets somebody may know of. Every list and every lookup goes through here; what is not visible does not exist.
/// </summary>
static class TicketVisibility
{
    /// <summary>Of more areas than these, each is no part by itself.</summary>
    const int MostParts = 4;

    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> tickets, Viewer viewer) where T : class, IListed
    {
        var (me, areas) = (viewer.Account, viewer.Areas);
        if (viewer.ByLink is { } opened)
            return tickets.Where(x => opened.Contains(x.Id));
        if (viewer.Everything)
            return tickets;
        if (!viewer.Staff)
            return tickets.Where(x => x.CustomerId == me && me != null);
        return areas.Length == 0
            ? tickets.Where(x => x.AssigneeId == me || x.CustomerId == me)
            : tickets.Where(x => x.AssigneeId == me || x.CustomerId == me || areas.Contains(x.AreaId));
    }

    /// <summary>
    /// The same, each ticket once, of parts that each have an index: the database takes the first of each, where by the condition as a
    /// whole
    /// it would go through everybody's tickets to find these.
    /// </summary>
    /// <param name="first">Takes what is wanted of a part.</param>
    public static IQueryable<Ticket> PartsVisibleTo(
        this IQueryable<Ticket> tickets, Viewer viewer, Func<IQueryable<Ticket>, IQueryable<Ticket>> first)
    {
        var (me, areas) = (viewer.Account, viewer.Areas);
        if (viewer.Everything || !viewer.Staff)
            return first(tickets.VisibleTo(viewer));
        IEnumerable<IQueryable<Ticket>> inAreas = areas.Length <= MostParts
            ? areas.Select(area => tickets.Where(x => x.AreaId == area))
            : [tickets.Where(x => areas.Contains(x.AreaId))];
        var (assigned, opened) = (tickets.Where(x => x.AssigneeId == me), tickets.Where(x => x.CustomerId == me));
        // What another part has is left out after the first are taken: before, the index would go through all of them to find none.
        return inAreas.Select(first).Append(first(assigned).Where(x => !areas.Contains(x.AreaId)))
            .Append(first(opened).Where(x => !areas.Contains(x.AreaId) && x.AssigneeId != me)).Aggregate(Queryable.Concat);
    }

    /// <summary>
    /// Whether the caller acts as staff on this ticket. On their own ticket a member of the staff is its customer, and sees what a customer
    /// sees.
    /// </summary>
    public static bool IsStaffFor(this ClaimsPrincipal caller, Guid? customer) =>
        caller.IsStaff() && (customer is null || caller.AccountId() != customer);
}
