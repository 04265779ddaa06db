using Helpdesk.Api.Formats;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Browsing;

/// <summary>Tells times in the zone of who reads: the one that their account has, else their browser's, else the installation's.</summary>
public sealed class Clock(IHttpContextAccessor browser, CachedSettings settings, PageTexts texts, TimeProvider time)
{
    readonly TimeZoneInfo? _chosen = Find(browser.HttpContext?.User.FindFirst(SessionCookie.TimeZone)?.Value);

    public TimeZoneInfo Zone =>
        field ??= _chosen ?? BrowserTimeZone.Of(browser.HttpContext) ?? Find(settings.Current.Zone) ?? TimeZoneInfo.Utc;

    /// <summary>Whether the reader chose the zone, so that the browser's does not matter.</summary>
    public bool IsChosen => _chosen is not null;

    /// <summary>Whether moments are told by their date: on paper nobody knows any more which day was today.</summary>
    public bool OnPaper { get; set; }

    public DateTimeOffset Now => time.GetUtcNow();

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>A moment in words: the hour today, weekday and hour this week, the date else.</summary>
    public string Moment(DateTimeOffset at) => Moment(at, Zone);

    /// <summary>A moment in words, in another zone than the reader's: beside other times of that zone.</summary>
    public string Moment(DateTimeOffset at, TimeZoneInfo zone)
    {
        var (local, now) = (TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(Now, zone));
        if (OnPaper)
            return texts.MomentWithYear(local);
        if (local.Date == now.Date)
            return texts["moment.today", $"{local:HH:mm}"];
        if (Math.Abs((local.Date - now.Date).TotalDays) < 6)
            return texts["moment.week", texts.Named("moment.days", (int)local.DayOfWeek), $"{local:HH:mm}"];
        return local.Year == now.Year ? texts.Moment(local) : texts.MomentWithYear(local);
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
    public static TimeZoneInfo? Find(string? id) => IanaTimeZone.TryFind(id, out var zone) ? zone : null;
}
