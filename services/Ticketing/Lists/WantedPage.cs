using Helpdesk.Ticketing.Tickets;

namespace Helpdesk.Ticketing.Lists;

/// <summary>What somebody asks a list for: which tickets, in which order, and which of them he sees at once.</summary>
sealed record WantedPage(TicketFilter Filter, Viewer Viewer, TicketOrder Order, TicketPlace? After, int Skipped, int Size, DateTimeOffset Now)
{
    /// <summary>One more than is shown tells that there are more.</summary>
    public int Rows => Size + 1;

    /// <summary>How far he sees where he looks; his own he sees wherever they are.</summary>
    Viewer Here => Viewer.Staff && Filter.OnlyOwn ? Viewer with { Everything = true } : Viewer.Within(Filter.Area);

    /// <summary>Whether he sees only parts of all, and each part is in this order by an index of its own, or small.</summary>
    bool ByParts => Viewer.Staff && !Here.Everything && (Order == TicketOrder.Updated || Filter.Assignee is { Length: > 0 } || Here.Areas.Length == 0);

    /// <summary>Whether no index holds the list, or a part of it, in its order.</summary>
    public bool MustSort => ByParts && Order != TicketOrder.Updated || Filter.Tag is { Length: > 0 };

    /// <summary>About how many tickets that are not in the list lie between two that are, where no index holds it alone: as when an installation has a dozen areas.</summary>
    public int OfOthers => this switch
    {
        _ when !Here.Everything && !ByParts => 12,
        _ when Filter.Area is not null && Order != TicketOrder.Updated => 12,
        _ when Filter.Category is not null && (Order != TicketOrder.Updated || ByParts) => 12,
        { Filter: { Priority.Length: 1, OnlyOpen: true }, Order: TicketOrder.Updated } => 0,
        { Filter.Priority: { Length: > 0 } priorities } => 12 / priorities.Length,
        _ => 0,
    };

    /// <summary>What is picked of the tickets of the list, or of each part of it; there they are in order, and their number is not bounded.</summary>
    /// <param name="apart">Whether picking is dear.</param>
    public IQueryable<Ticket> First(IQueryable<Ticket> tickets, Func<IQueryable<Ticket>, IQueryable<Ticket>> pick, bool apart = false)
    {
        if (ByParts)
            // Where a part must be sorted it is read first: the database would rather go through everybody's tickets in their order to find these.
            return tickets.PartsVisibleTo(Here, part => pick(Order == TicketOrder.Updated ? Chosen(part).By(Order) : Chosen(part).By(TicketOrder.Updated).Take(Outlook.Whole).By(Order)), apart);
        var seen = tickets.VisibleTo(Here);
        return After is null ? pick(Chosen(seen).By(Order)) : Filter.Of(seen, Viewer, Order, Now).PartsAfter(After).Select(part => pick(part.By(Order))).Aggregate(Queryable.Concat);
    }

    /// <summary>All of them.</summary>
    public IQueryable<T> All<T>(IQueryable<T> tickets) where T : class, IListed => Chosen(tickets.VisibleTo(Here));

    public IQueryable<T> Cut<T>(IQueryable<T> tickets) where T : class, IListed => tickets.By(Order).Skip(Skipped).Take(Rows);

    IQueryable<T> Chosen<T>(IQueryable<T> tickets) where T : class, IListed
    {
        var chosen = Filter.Of(tickets, Viewer, Order, Now);
        return After is null ? chosen : chosen.After(After);
    }
}
