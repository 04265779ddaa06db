using Helpdesk.Contracts;
using Helpdesk.Ui.Texts;

namespace Helpdesk.Portal.TicketPages;

/// <summary>The hours of a week as people say them: days in a row that have the same ones are told together.</summary>
static class BusinessHoursText
{
    static readonly DayOfWeek[] Days =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    /// <summary>Null when nobody ever works.</summary>
    public static string? Format(BusinessHours hours, PageTexts texts)
    {
        var runs = new List<(int First, int Last, string Hours)>();
        for (var day = 0; day < Days.Length; day++)
        {
            var name = Days[day].ToString();
            var ofDay = hours.Week.Where(x => x.Day == name).OrderBy(x => x.From, StringComparer.Ordinal)
                .Select(x => $"{x.From}–{x.To}").ToList();
            if (ofDay.Count == 0)
                continue;
            var words = ofDay.Aggregate((x, y) => texts["hours.and", x, y]);
            if (runs is [.., var last] && last.Last == day - 1 && last.Hours == words)
                runs[^1] = last with { Last = day };
            else
                runs.Add((day, day, words));
        }

        return runs.Count == 0 ? null : string.Join(", ", runs.Select(x => $"{Range(x.First, x.Last, texts)} {x.Hours}"));
    }

    static string Range(int first, int last, PageTexts texts) => (last - first) switch
    {
        0 => Name(first, texts),
        1 => texts["hours.and", Name(first, texts), Name(last, texts)],
        _ => texts["hours.from-to", Name(first, texts), Name(last, texts)],
    };

    static string Name(int day, PageTexts texts) => texts.Named("moment.days", (int)Days[day]);
}
