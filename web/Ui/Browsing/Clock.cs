using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Browsing;

/// <summary>Tells times in the zone of who reads: his own when he chose one, else the installation's.</summary>
public sealed class Clock(IHttpContextAccessor browser, InstallationFacts facts, PageTexts texts, TimeProvider time)
{
    public TimeZoneInfo Zone { get; } = Find(browser.HttpContext?.User.FindFirst(SignedIn.Zone)?.Value) ?? Find(facts.Current.Zone) ?? TimeZoneInfo.Utc;

    public DateTimeOffset Now => time.GetUtcNow();

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>A moment in words: the hour today, weekday and hour this week, the date else.</summary>
    public string Moment(DateTimeOffset at) => Moment(at, Zone);

    /// <summary>A moment in words, in another zone than the reader's: beside other times of that zone.</summary>
    public string Moment(DateTimeOffset at, TimeZoneInfo zone)
    {
        var (local, now) = (TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(Now, zone));
        if (local.Date == now.Date)
            return texts["moment.today", $"{local:HH:mm}"];
        if (Math.Abs((local.Date - now.Date).TotalDays) < 6)
            return texts["moment.week", texts.Named("moment.days", (int)local.DayOfWeek), $"{local:HH:mm}"];
        return local.Year == now.Year ? texts.Moment(local) : texts["moment.year", texts.Moment(local), local.Year];
    }

    /// <summary>How long it is until a moment, as the page's script goes on telling it.</summary>
    public string Left(DateTimeOffset until) => (int)Math.Floor((until - Now).TotalMinutes) switch
    {
        < 1 => texts["countdown.soon"],
        < 60 and var minutes => texts["countdown.minutes", minutes],
        < 48 * 60 and var minutes => texts["countdown.hours", minutes / 60, minutes % 60],
        var minutes => texts["countdown.days", minutes / 1440, minutes % 1440 / 60],
    };

    /// <summary>Null when this machine does not know the zone.</summary>
    public static TimeZoneInfo? Find(string? id) => id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}
