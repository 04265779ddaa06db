using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Lists;

/// <summary>What a search will find, by how many of the sampled tickets have its words.</summary>
/// <param name="Asked">The words that the index is asked for. The others are looked for on what it finds: they are so frequent that the index takes longer.</param>
/// <param name="AllAsked">Whether there are no others.</param>
/// <param name="AskedShare">The part of all tickets that has those.</param>
/// <param name="Share">The part of all tickets that has every word.</param>
/// <param name="Tickets">All tickets, about.</param>
sealed record Outlook(string Asked, bool AllAsked, double AskedShare, double Share, double Tickets)
{
    /// <summary>So many tickets of a list are looked through in the time in which one is fetched that the index found.</summary>
    const double Quicker = 0.75;

    /// <summary>So many tickets that the index finds are fetched sooner than a list is read that has no order of its own.</summary>
    const double Few = 5_000;

    /// <summary>So many times fewer tickets the index finds when it knows what else the list asks for; at the least, for an urgency may be frequent.</summary>
    const double FewerByFacets = 6;

    /// <summary>To look through the whole list.</summary>
    public const int Whole = int.MaxValue;

    /// <summary>What is searched for; null when there is no word in it.</summary>
    public static Task<Outlook?> OfAsync(TicketingDbContext db, string typed, CancellationToken cancellationToken) => db.Database.SqlQuery<Outlook>(
        $"""select asked::text as "Asked", all_asked as "AllAsked", asked_share as "AskedShare", share as "Share", tickets as "Tickets" from search_outlook({typed}) where asked is not null""").SingleOrDefaultAsync(cancellationToken);

    /// <summary>How many tickets of a list to look through before anything is known of the words: frequent ones fill the page with these, and a short list ends before.</summary>
    public static int Glance(WantedPage page) => page.MustSort ? 0 : (int)(300 / Dearer(page));

    /// <summary>How many tickets of a list to look through before the index is asked; none when that is quicker at once.</summary>
    public int Look(WantedPage page)
    {
        var found = AskedShare * Tickets / (page.Filter.Facets() is ([], []) ? 1 : FewerByFacets);
        if (page.MustSort)
            return found > Few ? Whole : 0;
        var (needed, bound) = (1.5 * (page.Skipped + page.Rows) / Share, found * Quicker / Dearer(page));
        // It ends where the page is full. To go on for a while costs less than all that the index would find of frequent words.
        return needed < bound ? (int)Math.Max(needed, Math.Min(bound, 8 * needed)) : 0;
    }

    /// <summary>To pass over a ticket that is not in the list takes half as long as to look for words on one that is.</summary>
    static double Dearer(WantedPage page) => 1 + page.OfOthers / 2.0;
}
