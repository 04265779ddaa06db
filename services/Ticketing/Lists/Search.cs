using Helpdesk.Ticketing.Tickets;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Helpdesk.Ticketing.Lists;

/// <summary>Finds tickets by words: all of them, each also as a beginning or in another form, with or without accents.</summary>
static class Search
{
    /// <summary>Weights of what a customer may read.</summary>
    const string Public = "AB", Everything = "";

    public static IQueryable<Ticket> Find(this IQueryable<Ticket> tickets, string? typed, Viewer viewer, TicketingDbContext db)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return tickets;
        var me = viewer.Account;
        // On his own ticket a member of the staff is its customer: a note does not make him find it.
        return viewer.Staff
            ? tickets.Where(x => db.SearchWords.Any(y => y.TicketId == x.Id && y.Words.Matches(Query(typed, Everything)) && (x.CustomerId != me || y.Words.Matches(Query(typed, Public)))))
            : tickets.Where(x => db.SearchWords.Any(y => y.TicketId == x.Id && y.Words.Matches(Query(typed, Public))));
    }

    /// <summary>The database's own function: what is typed is folded and cut into words there, exactly as what was said.</summary>
    public static NpgsqlTsQuery Query(string typed, string weights) => throw new InvalidOperationException($"Only in a query: {typed}{weights}");
}
