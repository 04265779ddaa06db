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

    /// <summary>So many tickets are looked through before the index of words is asked.</summary>
    const int FirstLook = 2000;

    /// <summary>A page of what is found.</summary>
    /// <param name="page">Cuts a page from tickets that are in order.</param>
    /// <param name="full">How many rows a full page has.</param>
    public static async Task<List<T>> FindAsync<T>(
        this IQueryable<Ticket> tickets, string? typed, Viewer viewer, TicketingDbContext db, TicketOrder order, Func<IQueryable<Ticket>, IQueryable<T>> page, int full, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return await page(tickets.By(order)).ToListAsync(cancellationToken);
        if (Number().IsMatch(typed))
        {
            var number = typed.Trim().ToUpperInvariant();
            return await page(tickets.Where(x => x.Number == number).By(order)).ToListAsync(cancellationToken);
        }

        typed = NumbersBeginning().Replace(typed, "");
        if (!viewer.Staff)
            return await page(tickets.Where(x => db.SearchWords.Any(y => y.TicketId == x.Id && y.Words.Matches(Query(typed, Public)))).By(order)).ToListAsync(cancellationToken);

        // On his own ticket a member of the staff is its customer: a note does not make him find it.
        var me = viewer.Account;
        // Frequent words are found on the first tickets of the list.
        var first = await page(tickets.By(order).Take(FirstLook)
            .Where(x => db.SearchWords.Any(y => y.TicketId == x.Id && y.Words.Matches(Query(typed, Everything)) && (x.CustomerId != me || y.Words.Matches(Query(typed, Public))))).By(order)).ToListAsync(cancellationToken);
        if (first.Count == full)
            return first;
        var found = await WithWordsAsync(db, typed, cancellationToken);
        return await page(tickets.Join(found, x => x.Id, x => x.TicketId, (ticket, words) => new { ticket, words })
            .Where(x => x.ticket.CustomerId != me || x.words.Words.Matches(Query(typed, Public))).Select(x => x.ticket).By(order)).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// By the index of words. A beginning that nearly every ticket has, such as the last word of an address, costs the index all of them: if
    /// another word is rare, that one alone is asked for there, and the rest is looked at on what it finds.
    /// </summary>
    static async Task<IQueryable<SearchWords>> WithWordsAsync(TicketingDbContext db, string typed, CancellationToken cancellationToken)
    {
        var rare = await db.Database.SqlQuery<string?>($"select search_rare_words({typed})::text as \"Value\"").SingleAsync(cancellationToken);
        // The offset keeps the database from seeing through it and guessing again; what is called as a function it looks for in no index.
        return rare is null
            ? db.SearchWords.FromSql($"select * from search_words where words @@ search_query({typed}, {Everything}) offset 0")
            : db.SearchWords.FromSql($"select * from search_words where words @@ {rare}::tsquery and ts_match_vq(words, search_query({typed}, {Everything})) offset 0");
    }

    /// <summary>The database's own function: what is typed is folded and cut into words there, exactly as what was said.</summary>
    public static NpgsqlTsQuery Query(string typed, string weights) => throw new InvalidOperationException($"Only in a query: {typed}{weights}");

    [GeneratedRegex(@"^\s*HD-\d{6,}\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    // Every ticket has it, so it says nothing.
    [GeneratedRegex(@"\bHD-(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex NumbersBeginning();
}
