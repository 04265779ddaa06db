using System.Net;
using System.Text.RegularExpressions;
using Helpdesk.Notification.Mails;

namespace Helpdesk.Notification.Tests;

public sealed partial class Mails_rendered_in_every_language
{
    const string Attack =
        "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><a href=\"javascript:alert(3)\">x</a>{{7*7}}{0} &amp; "
        + "\r\nBcc: victim@example.org\r\n-- \r\nHelpdesk";

    public static TheoryData<string, int> Everything()
    {
        var data = new TheoryData<string, int>();
        foreach (var language in Texts.All)
        {
            for (var i = 0; i < Every_kind_of_mail.Saying("x").Count(); i++)
                data.Add(language.Language, i);
        }

        return data;
    }

    [Theory, MemberData(nameof(Everything))]
    public async Task F13_every_template_renders_both_parts(string language, int kind)
    {
        var mail = Every_kind_of_mail.Saying("Palabras").ElementAt(kind);

        var rendered = await Rendering.RenderAsync(mail, language);

        var heading = mail.Heading(
            new MailFormatter(Texts.Of(language), new Zone(TimeZoneInfo.Utc), "Soporte Andina", "", "", mail.Audience, x => x));
        Assert.Contains(heading, WebUtility.HtmlDecode(rendered.Html), StringComparison.Ordinal);
        Assert.Contains($"lang=\"{language}\"", rendered.Html, StringComparison.Ordinal);
        Assert.All([rendered.Html, rendered.Text], part =>
        {
            Assert.Contains(mail.Action(Texts.Of(language)), WebUtility.HtmlDecode(part), StringComparison.Ordinal);
            Assert.Contains("https://help.andina.example/", part, StringComparison.Ordinal);
            Assert.DoesNotMatch(Placeholder(), part);
        });
        Assert.DoesNotContain('<', rendered.Text);
        // Once: it is no sentence of the text besides.
        Assert.Equal(heading, rendered.Text.Split("\n\n")[1]);
        Assert.Single(rendered.Text.Split('\n'), x => x.StartsWith(heading, StringComparison.Ordinal));
        Assert.Contains(mail.Topic?.Number ?? "", rendered.Subject, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Everything))]
    public async Task F4_hostile_words_stay_words(string language, int kind)
    {
        var mail = Every_kind_of_mail.Saying(Attack).ElementAt(kind);

        var rendered = await Rendering.RenderAsync(mail, language, Attack);

        // What no text may bring in: an element or attribute that the harmless mail does not have.
        var harmless = await Rendering.RenderAsync(Every_kind_of_mail.Saying("Palabras").ElementAt(kind), language, "Palabras");
        Assert.Equal(Tags(harmless.Html), Tags(rendered.Html));
        // All that nobody can write into: the mails about accounts that quote no one.
        if (mail is not (EmailConfirmationMail or PasswordResetMail or RegistrationRepeatedMail or AccountSecurityMail
            or ConnectionTestMail or InvitationMail { By: "" }))
            Assert.Contains("&lt;script&gt;", rendered.Html, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', rendered.Subject);
        Assert.DoesNotContain('\r', rendered.Subject);
    }

    [Fact]
    public async Task A_quoted_reply_cannot_pass_for_our_own_words()
    {
        var mail = Every_kind_of_mail.Saying("Uno\r\n-- \r\nHelpdesk").OfType<CustomerRepliedMail>().First();

        var rendered = await Rendering.RenderAsync(mail, "es");

        Assert.Contains("> Uno\n> -- \n> Helpdesk", rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_bait_is_not_repeated_in_the_greeting()
    {
        var mail = Every_kind_of_mail.Saying("x").OfType<TicketOpenedMail>().First();

        var rendered = await Rendering.RenderAsync(mail, "es", "Gana dinero en http://evil.example");

        Assert.DoesNotContain("evil.example", rendered.Text, StringComparison.Ordinal);
        Assert.StartsWith("Hola:", rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_never_gets_the_customers_secret_link()
    {
        var mails = Every_kind_of_mail.Saying("x").Where(x => x.Audience == "agent").OfType<TicketMail>().ToList();

        Assert.Equal(15, mails.Count);
        foreach (var mail in mails)
        {
            var rendered = await Rendering.RenderAsync(mail, "en");
            Assert.DoesNotContain(Rendering.Secret, rendered.Html + rendered.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Rendering.Token, mail.ToJson(), StringComparison.Ordinal);
            Assert.Contains($"https://help.andina.example/desk/tickets/{mail.Ticket.Number}", rendered.Text, StringComparison.Ordinal);
        }
    }

    static List<string> Tags(string html) => [.. Tag().Matches(html).Select(x => x.Value)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
