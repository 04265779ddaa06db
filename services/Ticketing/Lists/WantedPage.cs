using Helpdesk.Ticketing.Tickets;

namespace Helpdesk.Ticketing.Lists;

/// <summary>What somebody asks a list for: which tickets, in which order, and which of them he sees at once.</summary>
sealed record WantedPage(TicketFilter Filter, Viewer Viewer, TicketOrder Order, TicketPlace? After, int Skipped, int Size, DateTimeOffset Now)
{
    /// <summary>One more than is shown tells that there are more.</summary>
    public int Rows => Size + 1;

    /// <summary>How far he sees where he looks; his own he sees wherever they are.</summary>
    Viewer Here => Viewer.Staff && Filter.OnlyOwn ? Viewer with { Everything = true } : Viewer.Within(Filter.Area);

    /// <summary>Whether each part of what he sees is in this order by an index of its own.</summary>
    bool ByParts => Order == TicketOrder.Updated || Filter.Assignee is { Length: > 0 };

    /// <summary>About how many tickets that he does not see lie between two that he does, where the list is taken from everybody's: as when an installation has a dozen areas.</summary>
    public int OfOthers => Here.Everything || ByParts ? 0 : 12;

    /// <summary>The first tickets of the list, at least so many if there are as many.</summary>
    public IQueryable<Ticket> First(IQueryable<Ticket> tickets, int most) =>
        ByParts ? tickets.PartsVisibleTo(Here, part => Chosen(part).By(Order).Take(most)) : All(tickets).By(Order).Take(most);

    /// <summary>All of them.</summary>
    public IQueryable<T> All<T>(IQueryable<T> tickets) where T : class, IListed => Chosen(tickets.VisibleTo(Here));

    public IQueryable<T> Cut<T>(IQueryable<T> tickets) where T : class, IListed => tickets.By(Order).Skip(Skipped).Take(Rows);

    IQueryable<T> Chosen<T>(IQueryable<T> tickets) where T : class, IListed
    {
        var chosen = Filter.Of(tickets, Viewer, Order, Now);
        return After is null ? chosen : chosen.After(After);
    }
}
