using System.Text.RegularExpressions;
using Helpdesk.Ticketing.Tickets;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Helpdesk.Ticketing.Lists;

/// <summary>
/// Finds tickets by words: all of them, each also in another form, the last also as a beginning, with or without accents. The database
/// cannot guess how rare a beginning is, and for each guess one way of searching takes seconds; so the way is chosen here.
/// </summary>
static partial class Search
{
    /// <summary>Weights of what a customer may read.</summary>
    const string Public = "AB", Everything = "";

    /// <summary>A page of what is found.</summary>
    /// <param name="lines">What is shown of tickets that are in order.</param>
    public static async Task<List<T>> FindAsync<T>(this TicketingDbContext db, WantedPage page, string? typed, Func<IQueryable<Ticket>, IQueryable<T>> lines, CancellationToken cancellationToken)
    {
        var tickets = db.Tickets.AsNoTracking();
        if (string.IsNullOrWhiteSpace(typed))
            return await lines(page.Cut(page.First(tickets, part => part.Take(page.Skipped + page.Rows)))).ToListAsync(cancellationToken);
        if (Number().IsMatch(typed))
        {
            var number = typed.Trim().ToUpperInvariant();
            return await lines(page.Cut(page.All(tickets.Where(x => x.Number == number)))).ToListAsync(cancellationToken);
        }

        typed = NumbersBeginning().Replace(typed, "");
        if (!page.Viewer.Staff)
            return await lines(page.Cut(page.All(tickets).Where(x => db.SearchWords.Any(y => y.Id == x.Id && y.Words.Matches(Query(typed, Public)))))).ToListAsync(cancellationToken);

        // On his own ticket a member of the staff is its customer: a note does not make him find it.
        var me = page.Viewer.Account;
        if (await LookAsync(Outlook.Glance(page)) is { } soon)
            return soon;
        if (await Outlook.OfAsync(db, typed, cancellationToken) is not { } outlook)
            return [];
        if (await LookAsync(outlook.Look(page)) is { } looked)
            return looked;

        var found = page.All(db.Having(outlook.Asked, page.Filter)).Where(x => x.CustomerId != me || x.Words.Matches(Query(typed, Public)));
        // Many of these have the other words too, so they are looked for in the order of the list until the page is full.
        if (!outlook.AllAsked)
            found = found.By(page.Order).Take(Outlook.Whole).Where(x => db.SearchWords.Any(y => y.Id == x.Id && Has(y.Words, Query(typed, Everything))));
        return await ShowAsync(page.Cut(found).Select(x => x.Id));

        // Looks for the words on the first tickets of the list; null when that is not the whole answer.
        async Task<List<T>?> LookAsync(int most)
        {
            if (most == 0)
                return null;
            var hits = page.First(tickets, part => part.Take(most)
                .Where(x => db.SearchWords.Any(y => y.Id == x.Id && Has(y.Words, Query(typed, Everything)) && (y.CustomerId != me || Has(y.Words, Query(typed, Public)))))
                .By(page.Order).Take(page.Skipped + page.Rows), apart: true);
            var shown = await ShowAsync(page.Cut(hits).Select(x => x.Id));
            return shown.Count == page.Rows || most == Outlook.Whole || await page.First(tickets, part => part.Take(most), apart: true).CountAsync(cancellationToken) < most ? shown : null;
        }

        // Only what is shown is read whole.
        Task<List<T>> ShowAsync(IQueryable<Guid> ids) => lines(tickets.Join(ids, x => x.Id, id => id, (ticket, _) => ticket).By(page.Order)).ToListAsync(cancellationToken);
    }

    /// <summary>What the index finds: of the words, and of what else the list asks for as far as it stands there too.</summary>
    static IQueryable<SearchWords> Having(this TicketingDbContext db, string asked, TicketFilter filter)
    {
        const string Facets = "search_facets(tags, category_id, area_id, priority)";
        var (all, any) = filter.Facets();
        var sql = "select * from search_words where words @@ {0}::tsquery" + (all.Length > 0 ? $" and {Facets} @> {{1}}" : "") + (any.Length > 0 ? $" and {Facets} && {{2}}" : "");
        return db.SearchWords.FromSqlRaw(sql, asked, all, any).AsNoTracking();
    }

    /// <summary>The database's own function: what is typed is folded and cut into words there, exactly as what was said.</summary>
    public static NpgsqlTsQuery Query(string typed, string weights) => throw new InvalidOperationException($"Only in a query: {typed}{weights}");

    /// <summary>The same as that they match; but what is called as a function, the database looks for in no index.</summary>
    public static bool Has(NpgsqlTsVector words, NpgsqlTsQuery query) => throw new InvalidOperationException($"Only in a query: {words}{query}");

    [GeneratedRegex(@"^\s*HD-\d{6,}\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    // Every ticket has it, so it says nothing.
    [GeneratedRegex(@"\bHD-(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex NumbersBeginning();
}
