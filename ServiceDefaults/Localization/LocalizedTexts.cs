using System.Globalization;
using System.Resources;

namespace Helpdesk.ServiceDefaults.Localization;

/// <summary>Texts in one language, from a host's resource files. A missing text is an error, not a gap on a page or in a mail.</summary>
/// <param name="resources">The host's resources.</param>
/// <param name="language"><c>es</c> or <c>en</c>.</param>
public class LocalizedTexts(ResourceManager resources, string language)
{
    const int MinutesOfDay = 24 * 60;

    readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

    /// <summary>The language, <c>es</c> or <c>en</c>.</summary>
    public string Language => language;

    /// <summary>The text of a key.</summary>
    /// <param name="key">As in the resource file.</param>
    /// <exception cref="KeyNotFoundException">There is no such text in this language.</exception>
    public string this[string key] =>
        resources.GetString(key, _culture) ?? throw new KeyNotFoundException($"There is no text {key} in {language}.");

    /// <summary>The text of a key with its placeholders filled in.</summary>
    /// <param name="key">As in the resource file.</param>
    /// <param name="values">In the order of the placeholders.</param>
    public string this[string key, params object[] values] => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>Whether there is such a text.</summary>
    /// <param name="key">As in the resource file.</param>
    public bool Has(string key) => resources.GetString(key, _culture) is not null;

    /// <summary>
    /// A duration in the largest unit that is exact, but in days only from five on: people know the rule as "72 hours".
    /// </summary>
    /// <param name="time">The duration; minutes are the smallest unit.</param>
    public string Duration(TimeSpan time)
    {
        // In whole minutes: measured times are a few milliseconds off.
        var minutes = (long)Math.Round(time.TotalMinutes);
        return minutes switch
        {
            >= 5 * MinutesOfDay when minutes % MinutesOfDay == 0 => Count("days", minutes / MinutesOfDay),
            > 0 when minutes % 60 == 0 => Count("hours", minutes / 60),
            _ => Count("minutes", minutes),
        };
    }

    /// <summary>A date and time for people; day and month names are ours, for not every machine has the culture's.</summary>
    /// <param name="local">In the reader's time zone.</param>
    public string Moment(DateTimeOffset local) => Moment("moment", local);

    /// <summary>The same with its year, which stands within: languages put it before the time.</summary>
    /// <param name="local">In the reader's time zone.</param>
    public string MomentWithYear(DateTimeOffset local) => Moment("moment.year", local);

    /// <summary>A count with its unit in the singular or plural.</summary>
    /// <param name="unit">First part of the two keys <c>.one</c> and <c>.many</c>.</param>
    /// <param name="count">How many.</param>
    public string Count(string unit, long count) => this[count == 1 ? $"{unit}.one" : $"{unit}.many", count];

    /// <summary>One word of a text that lists words, separated by spaces.</summary>
    /// <param name="key">As in the resource file.</param>
    /// <param name="index">From 0.</param>
    public string Named(string key, int index) => this[key].Split(' ')[index];

    string Moment(string key, DateTimeOffset local) => this[
        key, Named("moment.days", (int)local.DayOfWeek), local.Day, Named("moment.months", local.Month - 1),
        local.ToString("HH:mm", CultureInfo.InvariantCulture), local.Year];
}
