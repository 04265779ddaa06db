using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Lists;

/// <summary>What a search will find, by what the database has counted of its words; one word's tickets are taken to be independent of another's.</summary>
/// <param name="Asked">The words that the index is asked for. The others are looked for on what it finds: they are so frequent that the index takes longer.</param>
/// <param name="AskedShare">The part of all tickets that has those.</param>
/// <param name="Share">The part of all tickets that has every word.</param>
/// <param name="Tickets">All tickets, about.</param>
sealed record Outlook(string Asked, double AskedShare, double Share, double Tickets)
{
    /// <summary>For each row so many tickets are looked through even when the words seem rare: how often a beginning occurs, the database does not know for sure.</summary>
    const int Least = 60;

    /// <summary>So many at most, unless the words are frequent.</summary>
    const int Most = 10_000;

    /// <summary>So many tickets of a list are looked through in the time in which one is fetched that the index found: those lie next to each other.</summary>
    const double Quicker = 2;

    /// <summary>What is searched for; null when there is no word in it.</summary>
    public static Task<Outlook?> OfAsync(TicketingDbContext db, string typed, CancellationToken cancellationToken) => db.Database.SqlQuery<Outlook>(
        $"""select asked as "Asked", asked_share as "AskedShare", share as "Share", tickets as "Tickets" from search_outlook({typed}) where asked is not null""").SingleOrDefaultAsync(cancellationToken);

    /// <summary>How many tickets of a list to look through for so many rows before the index is asked.</summary>
    /// <param name="rows">As many as are needed.</param>
    /// <param name="ofOthers">How many tickets that are not in the list lie between two of it.</param>
    public int FirstLook(int rows, int ofOthers)
    {
        var dearer = 1 + ofOthers / Quicker;
        var (needed, bound, least) = (1.5 * rows / Share, AskedShare * Tickets * Quicker / dearer, Math.Min(Least * rows, Most) / dearer);
        // It ends where the page is full. To go on for a while costs less than all that the index would find of frequent words.
        return (int)Math.Max(least, needed < 1.5 * bound ? Math.Max(needed, Math.Min(bound, 8 * needed)) : 0);
    }
}
