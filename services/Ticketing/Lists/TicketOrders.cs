using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Lists;

/// <summary>The orders of a list. Each ends with the id, so that no two tickets stand at the same place, and each has its index.</summary>
static class TicketOrders
{
    public static IQueryable<T> By<T>(this IQueryable<T> tickets, TicketOrder order) where T : class, IListed => order switch
    {
        TicketOrder.Opened => tickets.OrderByDescending(x => x.OpenedAt).ThenByDescending(x => x.Id),
        TicketOrder.Priority => tickets.OrderByDescending(x => x.Priority).ThenBy(x => x.OpenedAt).ThenBy(x => x.Id),
        TicketOrder.Waiting => tickets.OrderBy(x => x.WaitingSince).ThenBy(x => x.Id),
        _ => tickets.OrderByDescending(x => x.UpdatedAt).ThenByDescending(x => x.Id),
    };

    /// <summary>Only what comes after that place.</summary>
    public static IQueryable<T> After<T>(this IQueryable<T> tickets, TicketCursor place) where T : class, IListed
    {
        var (at, id, priority) = (place.At, place.Id, place.Priority);
        return place.Order switch
        {
            TicketOrder.Opened => tickets.Where(x => EF.Functions.LessThan(ValueTuple.Create(x.OpenedAt, x.Id), ValueTuple.Create(at, id))),
            // The first half lets the index begin at the place; the second is exact.
            TicketOrder.Priority => tickets.Where(x => x.Priority <= priority && (x.Priority < priority
                || EF.Functions.GreaterThan(ValueTuple.Create(x.OpenedAt, x.Id), ValueTuple.Create(at, id)))),
            TicketOrder.Waiting =>
                tickets.Where(x => EF.Functions.GreaterThan(ValueTuple.Create(x.WaitingSince!.Value, x.Id), ValueTuple.Create(at, id))),
            _ => tickets.Where(x => EF.Functions.LessThan(ValueTuple.Create(x.UpdatedAt, x.Id), ValueTuple.Create(at, id))),
        };
    }

    /// <summary>
    /// The same, of parts in each of which an index begins at the place. Urgency falls where age rises, so in the midst of an urgency no
    /// index can
    /// begin for both.
    /// </summary>
    public static IReadOnlyList<IQueryable<T>> PartsAfter<T>(this IQueryable<T> tickets, TicketCursor place) where T : class, IListed
    {
        var (at, id, priority) = (place.At, place.Id, place.Priority);
        if (place.Order != TicketOrder.Priority)
            return [tickets.After(place)];
        var asUrgent = tickets.Where(x => x.Priority == priority
            && EF.Functions.GreaterThan(ValueTuple.Create(x.OpenedAt, x.Id), ValueTuple.Create(at, id)));
        return [asUrgent, tickets.Where(x => x.Priority < priority)];
    }

    public static TicketCursor CursorOf(this TicketOrder order, TicketSummary line) => new(order, order switch
    {
        TicketOrder.Opened or TicketOrder.Priority => line.OpenedAt,
        TicketOrder.Waiting => line.WaitingSince!.Value,
        _ => line.UpdatedAt,
    }, line.Id, line.Priority);
}
