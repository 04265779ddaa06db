using System.Globalization;
using System.Resources;

namespace Helpdesk.Notification.Mails;

/// <summary>The words of one language. A word that is missing is an error, not an empty place in a mail.</summary>
public sealed class Texts
{
    static readonly ResourceManager Words = new("Helpdesk.Notification.Mails.Texts", typeof(Texts).Assembly);
    static readonly Texts English = new("en");
    static readonly Texts Spanish = new("es");

    readonly CultureInfo _culture;

    Texts(string language) => (Language, _culture) = (language, CultureInfo.GetCultureInfo(language));

    public static IReadOnlyList<Texts> All { get; } = [Spanish, English];

    public string Language { get; }

    /// <param name="language">What the reader chose, such as <c>es-EC</c>.</param>
    /// <param name="otherwise">What the installation speaks to who chose none that we write in; null for English.</param>
    public static Texts Of(string language, string? otherwise = null) => Known(language) ?? Known(otherwise ?? "") ?? English;

    static Texts? Known(string language) => All.FirstOrDefault(x => language.StartsWith(x.Language, StringComparison.OrdinalIgnoreCase));


    public string this[string key] => Words.GetString(key, _culture) ?? throw new KeyNotFoundException($"There is no text {key} in {Language}.");

    public string this[string key, params object[] values] => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>A length of time in the largest unit that tells it exactly, but never fewer than five days as days: 72 hours is how people know the rule.</summary>
    public string Duration(TimeSpan time) => time switch
    {
        { TotalDays: >= 5 } when time.Ticks % TimeSpan.TicksPerDay == 0 => Count("days", (long)time.TotalDays),
        _ when time.Ticks % TimeSpan.TicksPerHour == 0 => Count("hours", (long)time.TotalHours),
        _ => Count("minutes", (long)Math.Round(time.TotalMinutes)),
    };

    /// <summary>A moment as a person says it; day and month names are ours, for not every machine has the culture's.</summary>
    public string Moment(DateTimeOffset local) =>
        this["moment", Named("moment.days", (int)local.DayOfWeek), local.Day, Named("moment.months", local.Month - 1), local.ToString("HH:mm", CultureInfo.InvariantCulture)];

    public string Count(string unit, long count) => this[count == 1 ? $"{unit}.one" : $"{unit}.many", count];

    string Named(string key, int index) => this[key].Split(' ')[index];
}
