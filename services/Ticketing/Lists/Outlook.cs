using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Lists;

/// <summary>What a search will find, by how many of the sampled tickets have its words.</summary>
/// <param name="Asked">The words that the index is asked for. The others are looked for on what it finds: they are so frequent that the index takes longer.</param>
/// <param name="AskedShare">The part of all tickets that has those.</param>
/// <param name="Share">The part of all tickets that has every word.</param>
/// <param name="Tickets">All tickets, about.</param>
sealed record Outlook(string Asked, double AskedShare, double Share, double Tickets)
{
    /// <summary>So many tickets are looked through however rare the words: a list that ends before is read to its end sooner than the index is asked.</summary>
    const int Least = 300;

    /// <summary>So many tickets of a list are looked through in the time in which one is fetched that the index found.</summary>
    const double Quicker = 0.75;

    /// <summary>So many tickets that the index finds are fetched sooner than a list is read that has no order of its own.</summary>
    const double Few = 5_000;

    /// <summary>To look through the whole list.</summary>
    public const int Whole = int.MaxValue;

    /// <summary>What is searched for; null when there is no word in it.</summary>
    public static Task<Outlook?> OfAsync(TicketingDbContext db, string typed, CancellationToken cancellationToken) => db.Database.SqlQuery<Outlook>(
        $"""select asked as "Asked", asked_share as "AskedShare", share as "Share", tickets as "Tickets" from search_outlook({typed}) where asked is not null""").SingleOrDefaultAsync(cancellationToken);

    /// <summary>How many tickets of a list to look through before the index is asked; none when that is quicker at once.</summary>
    public int FirstLook(WantedPage page)
    {
        if (page.MustSort)
            return AskedShare * Tickets > Few ? Whole : 0;
        var (rows, dearer) = (page.Skipped + page.Rows, 1 + page.OfOthers / 2.0);
        var (needed, bound) = (1.5 * rows / Share, AskedShare * Tickets * Quicker / dearer);
        // It ends where the page is full. To go on for a while costs less than all that the index would find of frequent words.
        return (int)Math.Max(Least / dearer, needed < bound ? Math.Max(needed, Math.Min(bound, 8 * needed)) : 0);
    }
}
