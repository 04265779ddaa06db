using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Visibility;

namespace Helpdesk.Ticketing.Lists;

/// <summary>What somebody asks a list for: which tickets, in which order, and which of them they see at once.</summary>
sealed record TicketListQuery(
    TicketFilter Filter, Viewer Viewer, TicketOrder Order, TicketCursor? After, int Skipped, int Size, DateTimeOffset Now)
{
    /// <summary>
    /// Said where all are taken, so that the database does not take what comes after for a reason to read them otherwise.
    /// </summary>
    public const int Unlimited = int.MaxValue;

    /// <summary>A ticket that stands before all others, and so not again where it would.</summary>
    public Guid? Pinned { get; init; }

    /// <summary>One more than is shown tells that there are more.</summary>
    public int Rows => Size + 1;

    /// <summary>How far they see where they look; their own they see wherever they are.</summary>
    Viewer Scope => Viewer.Staff && Filter.OnlyOwn ? Viewer with { Everything = true } : Viewer.Within(Filter.Area);

    /// <summary>Whether they see only parts of all, and each part is in this order by an index of its own, or small.</summary>
    bool IsPartitioned =>
        Viewer.Staff && !Scope.Everything && (Order == TicketOrder.Updated || Filter.ByAssignee || Scope.Areas.Length == 0);

    /// <summary>
    /// Whether an index holds the list, or each part of it, in its order and next to nothing else: its first tickets are read at once.
    /// </summary>
    public bool IsIndexed => Filter.Mine || Filter.Narrowed switch
    {
        0 => Scope.Everything || IsPartitioned && Order == TicketOrder.Updated,
        1 when Order == TicketOrder.Updated =>
            Filter.Area is not null || Filter.ByAssignee || Filter.Category is not null
                || Filter.Priority is { Length: > 0 } && IsPartitioned,
        _ => false,
    };

    /// <summary>Whether the list is of so few tickets that between two of them lie hundreds of others.</summary>
    public bool IsSparse => Filter.Tag is { Length: > 0 } || Filter.ByAssignee || !Scope.Everything && Scope.Areas.Length == 0;

    /// <summary>What the index of words knows of all tickets of the list, as sets of which each has something.</summary>
    public IEnumerable<string[]> Facets => Lists.Facets.Of(Filter, Scope, Now);

    /// <summary>Whether all tickets of the list are open.</summary>
    public bool OnlyOpen => Filter.OnlyOpen || Order == TicketOrder.Waiting;

    /// <summary>
    /// In the order of the list, from where it goes on. What is open is most often the newest, and would be passed over to come to what is
    /// closed.
    /// </summary>
    public IQueryable<T> InOrder<T>(IQueryable<T> tickets) where T : class, IListed =>
        (After is null ? tickets : tickets.After(After)).Where(x => !Filter.OnlyClosed || x.Status == TicketStatus.Closed).By(Order);

    /// <summary>
    /// What is picked of the tickets of the list, or of each part of it; there they are in order, and their number is not bounded. Only
    /// their place is read, which stands in the indexes.
    /// </summary>
    public IQueryable<Ticket> PickFirst(IQueryable<Ticket> tickets, Func<IQueryable<Ticket>, IQueryable<Ticket>> pick)
    {
        if (IsPartitioned)
            return tickets.PartsVisibleTo(Scope, Order == TicketOrder.Updated
                ? part => pick(Filtered(part).By(Order))
                // Where a part must be sorted it is read first: the database would rather go through everybody's tickets in their order to
                // find these.
                : part => pick(Filtered(part).By(TicketOrder.Updated).Take(Unlimited).By(Order)));
        var seen = tickets.VisibleTo(Scope);
        return After is null ? pick(Filtered(seen).By(Order)) : ExceptPinned(Filter.Apply(seen, Viewer, Order, Now)).PartsAfter(After)
            .Select(part => pick(part.By(Order))).Aggregate(Queryable.Concat);
    }

    /// <summary>All of them.</summary>
    public IQueryable<T> Matching<T>(IQueryable<T> tickets) where T : class, IListed => Filtered(tickets.VisibleTo(Scope));

    public IQueryable<T> TakePage<T>(IQueryable<T> tickets) where T : class, IListed => tickets.By(Order).Skip(Skipped).Take(Rows);

    public IQueryable<T> ExceptPinned<T>(IQueryable<T> tickets) where T : class, IListed =>
        Pinned is { } pinned ? tickets.Where(x => x.Id != pinned) : tickets;

    IQueryable<T> Filtered<T>(IQueryable<T> tickets) where T : class, IListed
    {
        var chosen = ExceptPinned(Filter.Apply(tickets, Viewer, Order, Now));
        return After is null ? chosen : chosen.After(After);
    }
}
