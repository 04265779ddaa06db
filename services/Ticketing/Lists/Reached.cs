using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Lists;

/// <summary>A place in a list beyond what a page of it needs, and the newest time of all tickets that a list in its order goes by.</summary>
sealed record Reached(DateTimeOffset UpdatedAt, DateTimeOffset OpenedAt, TicketPriority Priority, DateTimeOffset Newest)
{
    /// <summary>So many sampled tickets are looked through, whatever they are, before only those of the list are.</summary>
    const int Most = 1500;

    /// <summary>By sampled tickets that have the words; null when the list is hardly longer than the page, or the index of words does not know of its order.</summary>
    public static async Task<Reached?> BeyondAsync(TicketingDbContext db, WantedPage page, Outlook outlook, string typed, CancellationToken cancellationToken)
    {
        if (page.Order == TicketOrder.Waiting)
            return null;
        // Asked for each: a ticket that was opened while a clock ran ahead may be newer than any change since.
        var times = page.Order == TicketOrder.Updated ? db.Tickets.Select(x => x.UpdatedAt) : db.Tickets.Select(x => x.OpenedAt);
        if (!outlook.Frequent)
            return await NthAsync(db.SearchWords.FromSql($"select * from search_words where words @@ {outlook.Asked}::tsquery and get_byte(uuid_send(ticket_id), 15) < 4").WithWords(typed, page.Viewer.Account), 64);
        if (!page.Scattered && await NthAsync(page.From(db.Tickets.FromSql($"select * from ticket where get_byte(uuid_send(id), 15) < 16")).Take(Most).WithWords(db, typed, page.Viewer.Account), 16) is { } reached)
            return reached;
        return page.Facets.Any() ? await NthAsync(db.Having(null, page.OnlyOpen, [.. page.Facets, [Facets.Sampled]]).WithWords(typed, page.Viewer.Account), 32) : null;

        // A sample is as even as chance is: nearly always more than the page needs comes before the fourth after where it should end.
        Task<Reached?> NthAsync<T>(IQueryable<T> sampled, int of) where T : class, IListed => page.All(sampled.AsNoTracking()).By(page.Order).Skip(3 + (int)(1.3 * (page.Skipped + page.Rows) / of))
            .Select(x => new Reached(x.UpdatedAt, x.OpenedAt, x.Priority, times.Max())).FirstOrDefaultAsync(cancellationToken);
    }
}
