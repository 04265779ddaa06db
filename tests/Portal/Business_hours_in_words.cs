using System.Globalization;
using Helpdesk.Contracts;
using Helpdesk.Portal.TicketPages;
using Helpdesk.Ui.Texts;

namespace Helpdesk.Portal.Tests;

public sealed class Business_hours_in_words
{
    static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

    [Theory]
    [InlineData("en", "Monday to Friday 09:00–13:00 and 15:00–18:00, Saturday 10:00–13:00")]
    [InlineData("es", "lunes a viernes 09:00–13:00 y 15:00–18:00, sábado 10:00–13:00")]
    public void CU6_tell_days_with_the_same_hours_together(string language, string words) => Assert.Equal(words, Tell(language, [
        .. Weekdays.SelectMany(x => new[] { Hours(x, "15:00", "18:00"), Hours(x, "09:00", "13:00") }),
            Hours("Saturday", "10:00", "13:00")]));

    [Fact]
    public void CU6_tell_two_days_with_and_and_do_not_join_what_is_apart() => Assert.Equal(
        "Monday and Tuesday 09:00–17:00, Thursday 09:00–17:00",
        Tell("en", [Hours("Tuesday", "09:00", "17:00"), Hours("Thursday", "09:00", "17:00"), Hours("Monday", "09:00", "17:00")]));

    [Fact]
    public void CU6_tell_nothing_where_nobody_ever_works() => Assert.Null(Tell("en", []));

    static string? Tell(string language, IReadOnlyList<OpeningHours> week)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return BusinessHoursText.Format(new() { Zone = "Europe/Madrid", Week = week }, new PageTexts());
    }

    static OpeningHours Hours(string day, string from, string to) => new() { Day = day, From = from, To = to };
}
