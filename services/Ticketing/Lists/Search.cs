using System.Globalization;
using Helpdesk.Ticketing.Model;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Helpdesk.Ticketing.Lists;

/// <summary>
/// Finds tickets by words: all of them, each also in another form, the last also as a beginning, with or without accents. The database
/// cannot guess how rare a beginning is, and for each guess one way of searching takes seconds; so the way is chosen here.
/// </summary>
static class Search
{
    /// <summary>Weights of what a customer may read.</summary>
    const string Public = "AB", Everything = "";

    /// <summary>A page of what is found.</summary>
    /// <param name="lines">What is shown of tickets that are in order.</param>
    public static async Task<List<T>> FindAsync<T>(
        this TicketingDbContext db, TicketListQuery page, string? typed,
        Func<IQueryable<Ticket>, IQueryable<T>> lines, CancellationToken cancellationToken)
    {
        var tickets = db.Tickets.AsNoTracking();
        if (string.IsNullOrWhiteSpace(typed))
        {
            return page.Viewer.Staff
                ? await ShowAsync(page.PickFirst(tickets, part => part.Take(page.Skipped + page.Rows)))
                : await lines(page.CustomerPage(tickets)).ToListAsync(cancellationToken);
        }

        if (await db.FindNumberAsync(page, typed, lines, cancellationToken) is { } numbered)
            return numbered;
        typed = NumberSearch.Indexed(typed);
        if (!page.Viewer.Staff)
        {
            var own = tickets.Where(x => db.SearchEntries.Any(y => y.Id == x.Id && y.Words.Matches(Query(typed, Public))));
            return await lines(page.CustomerPage(own)).ToListAsync(cancellationToken);
        }

        var me = page.Viewer.Account;
        if (await SearchPlan.ReadAsync(db, typed, cancellationToken) is not { } plan)
            return [];
        if (page.IsIndexed && plan.Frequent && plan.RowsToScan(page) is { } most && await LookAsync(most) is { } soon)
            return soon;
        // What comes before that place is most often more than the page, and far less than all that has the words.
        var end = await PageBoundary.FindAsync(db, page, plan, typed, cancellationToken);
        if (end is not null
            && await FetchAsync([.. page.Facets, Facets.Until(page, end)], plan.SkipsWordIndex(page)) is var first
            && first.Count == page.Rows)
            return first;
        // A list that has fewer of frequent words than that is short itself.
        return await FetchAsync([.. page.Facets], plan.SkipsWordIndex(page) && end is null && page.Facets.Any());

        // The first tickets of the list fill the page, or a short list ends before; null when it is neither.
        async Task<List<T>?> LookAsync(int most)
        {
            var head = page.PickFirst(tickets, part => part.Take(most)).By(page.Order).Take(most);
            if (most > 1000)
                return await ShowAsync(head.WithWords(db, typed, me)) is var shown && shown.Count == page.Rows ? shown : null;
            // Read at once, so that it is known when these are all.
            var ids = await head.Select(x => x.Id).ToListAsync(cancellationToken);
            var found = ids.Count == 0 ? [] : await ShowAsync(db.SearchEntries.Where(x => ids.Contains(x.Id)).WithWords(typed, me));
            return found.Count == page.Rows || ids.Count < most ? found : null;
        }

        // By the index of words, or without it.
        Task<List<T>> FetchAsync(string[][] facets, bool skipped)
        {
            var found = page.Matching(db.MatchingFacets(skipped ? null : plan.Asked, page.OnlyOpen, facets));
            // Many of these have the other words too, so they are looked for in the order of the list until the page is full.
            return ShowAsync(
                skipped || !plan.AllAsked
                    ? found.By(page.Order).Take(TicketListQuery.Unlimited).WithWords(db, typed, me)
                    : found.NotByNotes(typed, me));
        }

        // Only what is shown is read whole.
        Task<List<T>> ShowAsync<TListed>(IQueryable<TListed> found) where TListed : class, IListed =>
            lines(tickets.Join(page.TakePage(found).Select(x => x.Id), x => x.Id, id => id, (ticket, _) => ticket).By(page.Order))
                .ToListAsync(cancellationToken);
    }

    /// <summary>Those on which all words are, looked for on each.</summary>
    public static IQueryable<SearchEntry> WithWords(this IQueryable<SearchEntry> found, string typed, Guid? me) =>
        found.Where(x => Has(x.Words, Query(typed, Everything))).NotByNotes(typed, me);

    /// <summary>The same, of tickets of which something else is known.</summary>
    public static IQueryable<T> WithWords<T>(
        this IQueryable<T> found, TicketingDbContext db, string typed, Guid? me) where T : class, IListed
    {
        var having = db.SearchEntries.WithWords(typed, me);
        return found.Where(x => having.Any(y => y.Id == x.Id));
    }

    /// <summary>On their own ticket a member of the staff is its customer: a note does not make them find it.</summary>
    static IQueryable<SearchEntry> NotByNotes(this IQueryable<SearchEntry> found, string typed, Guid? me) =>
        found.Where(x => x.CustomerId != me || Has(x.Words, Query(typed, Public)));

    /// <summary>
    /// What the index of words finds: tickets that have something of each set of facets, and words unless it is spared them.
    /// </summary>
    public static IQueryable<SearchEntry> MatchingFacets(this TicketingDbContext db, string? asked, bool open, string[][] facets)
    {
        List<string> conditions =
            [.. facets.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"facets && search_facets({{{i}}})"))];
        if (asked is not null)
            conditions.Add(string.Create(CultureInfo.InvariantCulture, $"words @@ {{{facets.Length}}}::tsquery"));
        if (open)
            conditions.Add("open");
        var sql = "select * from search_entry where " + string.Join(" and ", conditions);
        return db.SearchEntries.FromSqlRaw(sql, asked is null ? [.. facets] : [.. facets, asked]).AsNoTracking();
    }

    /// <summary>The database's own function: what is typed is folded and cut into words there, exactly as what was said.</summary>
    public static NpgsqlTsQuery Query(string typed, string weights) =>
        throw new InvalidOperationException($"Only in a query: {typed}{weights}");

    /// <summary>The same as that they match; but what is called as a function, the database looks for in no index.</summary>
    public static bool Has(NpgsqlTsVector words, NpgsqlTsQuery query) =>
        throw new InvalidOperationException($"Only in a query: {words}{query}");
}
