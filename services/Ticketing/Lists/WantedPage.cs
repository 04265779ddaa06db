using Helpdesk.Ticketing.Tickets;

namespace Helpdesk.Ticketing.Lists;

/// <summary>What somebody asks a list for: which tickets, in which order, and which of them he sees at once.</summary>
sealed record WantedPage(TicketFilter Filter, Viewer Viewer, TicketOrder Order, TicketPlace? After, int Skipped, int Size, DateTimeOffset Now)
{
    /// <summary>One more than is shown tells that there are more.</summary>
    public int Rows => Size + 1;

    /// <summary>How far he sees where he looks; his own he sees wherever they are.</summary>
    Viewer Here => Viewer.Staff && Filter.OnlyOwn ? Viewer with { Everything = true } : Viewer.Within(Filter.Area);

    /// <summary>Whether he sees only parts of all, and each part is in this order by an index of its own.</summary>
    bool ByParts => Viewer.Staff && !Here.Everything && (Order == TicketOrder.Updated || Filter.Assignee is { Length: > 0 });

    /// <summary>About how many tickets that are not in the list lie between two that are, where no index holds it alone: as when an installation has a dozen areas.</summary>
    public int OfOthers => !Here.Everything && !ByParts || Order != TicketOrder.Updated && (Filter.Area ?? Filter.Category) is not null || Filter.Priority is { Length: > 0 } ? 12 : 0;

    /// <summary>The tickets of the list, or of each part of them the first so many.</summary>
    public IQueryable<Ticket> First(IQueryable<Ticket> tickets, int most) => ByParts ? tickets.PartsVisibleTo(Here, part => Chosen(part).By(Order).Take(most)) : Begun(tickets.VisibleTo(Here), most);

    /// <summary>All of them.</summary>
    public IQueryable<T> All<T>(IQueryable<T> tickets) where T : class, IListed => Chosen(tickets.VisibleTo(Here));

    public IQueryable<T> Cut<T>(IQueryable<T> tickets) where T : class, IListed => tickets.By(Order).Skip(Skipped).Take(Rows);

    IQueryable<Ticket> Begun(IQueryable<Ticket> tickets, int most) => After is null
        ? Chosen(tickets)
        : Filter.Of(tickets, Viewer, Order, Now).PartsAfter(After).Select(part => part.By(Order).Take(most)).Aggregate(Queryable.Concat);

    IQueryable<T> Chosen<T>(IQueryable<T> tickets) where T : class, IListed
    {
        var chosen = Filter.Of(tickets, Viewer, Order, Now);
        return After is null ? chosen : chosen.After(After);
    }
}
