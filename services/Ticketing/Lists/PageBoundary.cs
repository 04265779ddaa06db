using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Lists;

/// <summary>
/// A place in a list beyond what a page of it needs, and the newest time of all tickets that a list in its order goes by.
/// </summary>
sealed record PageBoundary(DateTimeOffset UpdatedAt, DateTimeOffset OpenedAt, TicketPriority Priority, DateTimeOffset Newest)
{
    /// <summary>So many sampled tickets are looked through, whatever they are, before only those of the list are.</summary>
    const int Most = 1500;

    /// <summary>
    /// By sampled tickets that have the words; null when the list is hardly longer than the page, or the index of words does not know of
    /// its order.
    /// </summary>
    public static async Task<PageBoundary?> FindAsync(
        TicketingDbContext db, TicketListQuery page, SearchPlan plan, string typed, CancellationToken cancellationToken)
    {
        if (page.Order == TicketOrder.Waiting)
            return null;
        // Asked for each: a ticket that was opened while a clock ran ahead may be newer than any change since.
        var times = page.Order == TicketOrder.Updated ? db.Tickets.Select(x => x.UpdatedAt) : db.Tickets.Select(x => x.OpenedAt);
        if (!plan.Frequent)
        {
            var sampled = db.SearchEntries
                .FromSql($"select * from search_entry where words @@ {plan.Asked}::tsquery and get_byte(uuid_send(ticket_id), 15) < 4");
            return await NthAsync(sampled.WithWords(typed, page.Viewer.Account), 64);
        }

        if (!page.IsSparse)
        {
            var sampled = page.InOrder(db.Tickets.FromSql($"select * from ticket where get_byte(uuid_send(id), 15) < 16")).Take(Most);
            if (await NthAsync(sampled.WithWords(db, typed, page.Viewer.Account), 16) is { } boundary)
                return boundary;
        }

        return page.Facets.Any()
            ? await NthAsync(
                db.MatchingFacets(null, page.OnlyOpen, [.. page.Facets, [Facets.Sampled]]).WithWords(typed, page.Viewer.Account), 32)
            : null;

        // A sample is as even as chance is: nearly always more than the page needs comes before the fourth after where it should end.
        Task<PageBoundary?> NthAsync<T>(IQueryable<T> rows, int of) where T : class, IListed =>
            page.Matching(rows.AsNoTracking()).By(page.Order).Skip(3 + (int)(1.3 * (page.Skipped + page.Rows) / of))
                .Select(x => new PageBoundary(x.UpdatedAt, x.OpenedAt, x.Priority, times.Max())).FirstOrDefaultAsync(cancellationToken);
    }
}
