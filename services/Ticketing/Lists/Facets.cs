using System.Globalization;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Filing;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Visibility;

namespace Helpdesk.Ticketing.Lists;

/// <summary>
/// What the index of words knows of a ticket beside its words, in the form in which <c>search_ticket_facets</c> gives it. A list asks for
/// sets
/// of these, and a ticket of the list has something of each. A tag has no colon.
/// </summary>
static class Facets
{
    /// <summary>What one ticket in 32 has.</summary>
    public const string Sampled = "sampled:";

    /// <summary>Spans of time of which the index knows, in days: of a day, a week, sixteen weeks, and sixteen times those.</summary>
    static readonly int[] Spans = [1, 7, 112, 1792];

    static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch, Latest = Earliest.AddYears(100);

    /// <summary>What all tickets of a list have.</summary>
    public static IEnumerable<string[]> Of(TicketFilter filter, Viewer viewer, DateTimeOffset now)
    {
        string[] own = [$"u:{viewer.Account}", $"k:{viewer.Account}"];
        if (filter.Tag is { Length: > 0 } tag)
            yield return [TagNormalizer.TryNormalize(tag, out var normalized) ? normalized : ""];
        if (filter.Category is { } category)
            yield return [$"c:{category}"];
        if (filter.Area is { } area)
            yield return [$"a:{area}"];
        if (filter.Priority is { Length: > 0 } priorities)
            yield return [.. priorities.Select(x => Urgency(x.Value)).Distinct()];
        if (filter.Assignee is { Length: > 0 } assignee)
            yield return [Guid.TryParse(assignee, out var agent) ? $"u:{agent}" : assignee == "me" ? own[0] : "u:nobody"];
        if (filter.Unassigned)
            yield return ["u:nobody"];
        if (filter.Mine)
            yield return own;
        if (filter.Opened(now) is not (null, null) and var (from, to))
            yield return Times("o", from, to);
        if (!viewer.Everything)
            yield return [.. viewer.Areas.Select(x => $"a:{x}"), .. own];
    }

    /// <summary>What all tickets have that come before a place in the order of a list.</summary>
    public static string[] Until(TicketListQuery page, PageBoundary end) => page.Order switch
    {
        TicketOrder.Updated => Times("u", end.UpdatedAt, page.After?.At ?? end.Newest),
        TicketOrder.Opened => Times("o", end.OpenedAt, page.After?.At ?? end.Newest),
        TicketOrder.Priority => [.. Enum.GetValues<TicketPriority>().Where(x => x >= end.Priority && x <= (page.After?.Priority ?? x))
            .SelectMany(x => (
                From: x == page.After?.Priority ? page.After.At : (DateTimeOffset?)null,
                To: x == end.Priority ? end.OpenedAt : (DateTimeOffset?)null) switch
            {
                (null, null) => [Urgency(x)],
                var (from, to) => Times(Opened(x), from, to ?? end.Newest),
            })],
        _ => throw new InvalidOperationException($"The index of words does not know in order {page.Order}."),
    };

    /// <summary>The fewest spans that fill a time.</summary>
    static string[] Times(string what, DateTimeOffset? from, DateTimeOffset? to)
    {
        var (day, end) = (Day(from > Earliest ? from.Value : Earliest), Day(to < Latest ? to.Value : Latest));
        List<string> times = [];
        while (day <= end)
        {
            var span = Array.FindLastIndex(Spans, x => day % x == 0 && day + x - 1 <= end);
            times.Add(string.Create(CultureInfo.InvariantCulture, $"{what}/{span}:{day / Spans[span]}"));
            day += Spans[span];
        }

        return [.. times];

        static int Day(DateTimeOffset time) => (int)Math.Floor((time - Earliest).TotalDays);
    }

    static string Urgency(TicketPriority priority) => string.Create(CultureInfo.InvariantCulture, $"p:{(int)priority}");

    static string Opened(TicketPriority priority) => string.Create(CultureInfo.InvariantCulture, $"o{(int)priority}");
}
