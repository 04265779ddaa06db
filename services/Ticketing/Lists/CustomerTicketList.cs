using Helpdesk.Api.Tickets;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Lists;

static class CustomerTicketList
{
    /// <summary>A page of a customer's own tickets. What changed last is what customers may know of: a note moves nothing up.</summary>
    public static IQueryable<Ticket> CustomerPage(this TicketListQuery page, IQueryable<Ticket> tickets)
    {
        var own = page.ExceptPinned(page.Filter.Apply(tickets.VisibleTo(page.Viewer), page.Viewer, page.Order, page.Now));
        if (page.Order != TicketOrder.Updated)
            return page.TakePage(page.After is null ? own : own.After(page.After));
        if (page.After is { At: var at, Id: var id })
            own = own.Where(x => EF.Functions.LessThan(ValueTuple.Create(x.CustomerUpdatedAt, x.Id), ValueTuple.Create(at, id)));
        return own.OrderByDescending(x => x.CustomerUpdatedAt).ThenByDescending(x => x.Id).Skip(page.Skipped).Take(page.Rows);
    }
}
