using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Helpdesk.Notification.Mails;

namespace Helpdesk.Notification.Tests;

public sealed partial class Words_of_the_mails
{
    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_places()
    {
        var words = new ResourceManager("Helpdesk.Notification.Mails.Texts", typeof(Texts).Assembly);
        var english = All(words, CultureInfo.InvariantCulture);
        var spanish = All(words, CultureInfo.GetCultureInfo("es"));

        Assert.Equal(english.Keys.Order(), spanish.Keys.Order());
        Assert.All(english, x => Assert.Equal(Places(x.Value), Places(spanish[x.Key])));
    }

    [Fact]
    public void A_missing_text_is_an_error_not_an_empty_place() =>
        Assert.Throws<KeyNotFoundException>(() => Texts.Of("es")["no.such.text"]);

    [Theory]
    [InlineData("es", "El plazo sigue corriendo incluso los días en que no atendemos.")]
    [InlineData("en", "The clock keeps running, even on days when we're closed.")]
    public async Task Closing_goes_by_the_clock_and_every_mail_that_tells_the_rule_says_so(string language, string words)
    {
        var ticket = SampleEvents.Ticket(status: Contracts.TicketStatus.WaitingOnCustomer, token: Rendering.Token);
        var recipients = new Recipients.EventRecipients(new());
        foreach (var told in recipients.Find(SampleEvents.Opened(ticket)).Concat(recipients.Find(SampleEvents.Answered(ticket))).Concat(
            Recipients.EventRecipients.Find(SampleEvents.Warned(ticket))))
        {
            var mail = await Rendering.RenderAsync(told.Mail, language);
            Assert.All([mail.Text, System.Net.WebUtility.HtmlDecode(mail.Html)], part =>
                Assert.Contains(words, part, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("es-EC", "es")]
    [InlineData("es", "es")]
    [InlineData("en", "en")]
    [InlineData("fr", "en")]
    [InlineData("", "en")]
    public void An_unknown_language_gets_English(string asked, string given) => Assert.Equal(given, Texts.Of(asked).Language);

    [Theory]
    [InlineData("3.00:00:00", "72 horas", "72 hours")]
    [InlineData("3.00:00:00.25", "72 horas", "72 hours")]
    [InlineData("01:00:00", "1 hora", "1 hour")]
    [InlineData("7.00:00:00", "7 días", "7 days")]
    [InlineData("00:30:00", "30 minutos", "30 minutes")]
    public void Durations_in_words(string time, string spanish, string english)
    {
        var duration = TimeSpan.Parse(time, CultureInfo.InvariantCulture);
        Assert.Equal((spanish, english), (Texts.Of("es").Duration(duration), Texts.Of("en").Duration(duration)));
    }

    [Theory]
    [InlineData("America/Guayaquil", "martes 24 de noviembre a las 10:05 (UTC−5)")]
    [InlineData("Asia/Kathmandu", "martes 24 de noviembre a las 20:50 (UTC+5:45)")]
    [InlineData("UTC", "martes 24 de noviembre a las 15:05 (UTC)")]
    public void Moments_in_the_zone_of_the_installation(string zone, string words)
    {
        var format = new MailFormatter(Texts.Of("es"), new Zone(TimeZoneInfo.FindSystemTimeZoneById(zone)), "", "", "", "customer", x => x);
        Assert.Equal(words, format.When(SampleEvents.Now.AddDays(1)));
    }

    static Dictionary<string, string> All(ResourceManager words, CultureInfo culture) =>
        words.GetResourceSet(culture, true, false)!.Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(x => (string)x.Key, x => (string)x.Value!);

    static IEnumerable<string> Places(string text) => Place().Matches(text).Select(x => x.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
