using System.Globalization;
using System.Resources;

namespace Helpdesk.ServiceDefaults.Localization;

/// <summary>The words of one language, from a host's resource files. A word that is missing is an error, not an empty place on a page or in a mail.</summary>
/// <param name="words">The host's resources.</param>
/// <param name="language"><c>es</c> or <c>en</c>.</param>
public class LocalizedTexts(ResourceManager words, string language)
{
    const int MinutesOfDay = 24 * 60;

    readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

    /// <summary>The language, <c>es</c> or <c>en</c>.</summary>
    public string Language => language;

    /// <summary>The text of a key.</summary>
    /// <param name="key">As in the resource file.</param>
    /// <exception cref="KeyNotFoundException">There is no such text in this language.</exception>
    public string this[string key] => words.GetString(key, _culture) ?? throw new KeyNotFoundException($"There is no text {key} in {language}.");

    /// <summary>The text of a key with its places filled in.</summary>
    /// <param name="key">As in the resource file.</param>
    /// <param name="values">In the order of the places.</param>
    public string this[string key, params object[] values] => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>Whether there is such a text.</summary>
    /// <param name="key">As in the resource file.</param>
    public bool Has(string key) => words.GetString(key, _culture) is not null;

    /// <summary>A length of time in the largest unit that tells it exactly, but never fewer than five days as days: 72 hours is how people know the rule.</summary>
    /// <param name="time">The length; minutes are the smallest unit told.</param>
    public string Duration(TimeSpan time)
    {
        // Counted in whole minutes first: what was measured is a few milliseconds off.
        var minutes = (long)Math.Round(time.TotalMinutes);
        return minutes switch
        {
            >= 5 * MinutesOfDay when minutes % MinutesOfDay == 0 => Count("days", minutes / MinutesOfDay),
            > 0 when minutes % 60 == 0 => Count("hours", minutes / 60),
            _ => Count("minutes", minutes),
        };
    }

    /// <summary>A moment as a person says it; day and month names are ours, for not every machine has the culture's.</summary>
    /// <param name="local">In the zone of the reader.</param>
    public string Moment(DateTimeOffset local) =>
        this["moment", Named("moment.days", (int)local.DayOfWeek), local.Day, Named("moment.months", local.Month - 1), local.ToString("HH:mm", CultureInfo.InvariantCulture)];

    /// <summary>A number of things, with the word for one or for many.</summary>
    /// <param name="unit">First part of the two keys <c>.one</c> and <c>.many</c>.</param>
    /// <param name="count">How many.</param>
    public string Count(string unit, long count) => this[count == 1 ? $"{unit}.one" : $"{unit}.many", count];

    /// <summary>One of the words that stand in one text, separated by spaces.</summary>
    /// <param name="key">As in the resource file.</param>
    /// <param name="index">From 0.</param>
    public string Named(string key, int index) => this[key].Split(' ')[index];
}
