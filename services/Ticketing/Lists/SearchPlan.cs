using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Lists;

/// <summary>What the index of words is asked for in a search.</summary>
/// <param name="Asked">
/// The words to ask for. The others are looked for on what is found: they are so frequent that the index takes longer.
/// </param>
/// <param name="AllAsked">Whether there are no others.</param>
/// <param name="Beginning">
/// Whether it is one beginning of words: of that the index collects all tickets before it compares them with anything else.
/// </param>
/// <param name="Sampled">How many have those of one ticket in 256; not counted further than <see cref="Counted"/>.</param>
/// <param name="SampledOf">How many that is one ticket in 256 of, about.</param>
sealed record SearchPlan(string Asked, bool AllAsked, bool Beginning, int Sampled, double SampledOf)
{
    const int Counted = 400;

    /// <summary>Whether so many tickets have the words that to go through tickets in their order soon finds some.</summary>
    public bool Frequent => Sampled > (Beginning ? 150 : Counted - 1);

    /// <summary>
    /// Whether to collect a beginning would take longer than to look for it on what a list asks for. Of what is open, which has an index of
    /// its own, seldom.
    /// </summary>
    public bool SkipsWordIndex(TicketListQuery page) => Frequent && Beginning && (!page.OnlyOpen || Sampled == Counted);

    /// <summary>
    /// How many tickets at the head of a list most likely fill a page; null when the index of words is sooner asked than so many are looked
    /// through.
    /// </summary>
    public int? RowsToScan(TicketListQuery page) =>
        (int)(50 + 1.3 * (page.Skipped + page.Rows) * Math.Max(SampledOf / Sampled, 1)) is var head && head < 4000 ? head : null;

    /// <summary>What is searched for; null when there is no word in it.</summary>
    public static Task<SearchPlan?> ReadAsync(TicketingDbContext db, string typed, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<SearchPlan>($"""
            select asked::text as asked, all_asked, beginning, sampled,
                sampled_of
            from search_plan({typed}) where asked is not null
            """).SingleOrDefaultAsync(cancellationToken);
}
