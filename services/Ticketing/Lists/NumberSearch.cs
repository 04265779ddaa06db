using System.Text.RegularExpressions;
using Helpdesk.Api.Formats;
using Helpdesk.Ticketing.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Lists;

/// <summary>Ticket numbers among what is searched for.</summary>
static partial class NumberSearch
{
    /// <summary>
    /// What is found by a number; null when it is none, or mere digits that are no ticket's. Of mere digits that are, the ticket comes
    /// first, and after it all that has them as a word.
    /// </summary>
    public static async Task<List<T>?> FindNumberAsync<T>(
        this TicketingDbContext db, TicketListQuery page, string typed, Func<IQueryable<Ticket>, IQueryable<T>> lines,
        CancellationToken cancellationToken)
    {
        if (page.Pinned is not null || !TicketNumber.TryParse(typed, out var number))
            return null;
        var (whole, numbered) = (page with { After = null, Skipped = 0 }, db.Tickets.AsNoTracking().Where(x => x.Number == number));
        if (typed.Any(x => char.IsLetter(x) || x == '#'))
            return await lines(page.Viewer.Staff ? page.TakePage(page.Matching(numbered)) : page.CustomerPage(numbered))
                .ToListAsync(cancellationToken);
        var found = page.Viewer.Staff ? whole.TakePage(whole.Matching(numbered)) : whole.CustomerPage(numbered);
        if (await found.Select(x => (Guid?)x.Id).SingleOrDefaultAsync(cancellationToken) is not { } pinned)
            return null;
        var rest = page with { Pinned = pinned, Skipped = Math.Max(page.Skipped - 1, 0) };
        if (page != whole)
            return await db.FindAsync(rest, typed, lines, cancellationToken);
        var first = await lines(found).ToListAsync(cancellationToken);
        return [.. first, .. await db.FindAsync(rest with { Size = page.Size - 1 }, typed, lines, cancellationToken)];
    }

    /// <summary>What is typed, with numbers as the index has them: without the beginning that all have, and with all digits.</summary>
    public static string Indexed(string typed) =>
        Number().Replace(typed, x => TicketNumber.TryParse(x.Value, out var number) ? number[3..] : x.Groups["digits"].Value);

    [GeneratedRegex(@"\bHD[\p{Pd}\u2212](?<digits>[0-9]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
