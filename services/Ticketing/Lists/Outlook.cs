using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Lists;

/// <summary>How many tickets a search will find, by what the database has counted of its words; one word's tickets are taken to be independent of another's.</summary>
/// <param name="Words">The words but the last, which may still be typed, as the index is asked for them; null when there are none.</param>
/// <param name="WordsShare">The part of all tickets that has those.</param>
/// <param name="Share">The part of all tickets that has them all.</param>
/// <param name="Tickets">All tickets, about.</param>
sealed record Outlook(string? Words, double WordsShare, double Share, double Tickets)
{
    /// <summary>So many tickets are looked through even when the words seem rare: how often a beginning occurs, the database does not know for sure.</summary>
    const int Least = 600;

    /// <summary>So many tickets of a list are looked through in the time in which one is fetched that the index found: those lie next to each other.</summary>
    const double Quicker = 2;

    /// <summary>So few tickets are soon fetched.</summary>
    const int Few = 3000;

    /// <summary>The share of a beginning that takes the index long to gather.</summary>
    const double Frequent = 0.02;

    public static async Task<Outlook?> OfAsync(TicketingDbContext db, string typed, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<Outlook>($"""select words as "Words", words_share as "WordsShare", share as "Share", tickets as "Tickets" from search_outlook({typed}) where share is not null""").SingleOrDefaultAsync(cancellationToken);

    /// <summary>How many tickets of a list to look through for so many rows before the index is asked.</summary>
    public int FirstLook(int rows)
    {
        var (needed, byIndex) = (rows / Share, (WordsAlone ? WordsShare : Share) * Tickets * Quicker);
        return needed < byIndex ? (int)Math.Min(1.5 * needed + Least, byIndex + Least) : Least;
    }

    /// <summary>Whether the index is asked for those words alone, and the last is looked for on what it finds.</summary>
    public bool WordsAlone => Words is not null && (WordsShare * Tickets < Few || Share > Frequent * WordsShare);
}
