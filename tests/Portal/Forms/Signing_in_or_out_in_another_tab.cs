using System.Net;

namespace Helpdesk.Portal.Tests.Forms;

public sealed class Signing_in_or_out_in_another_tab(PortalHost portal) : FormTest(portal)
{
    [Fact]
    public async Task G11_keeps_a_new_ticket_and_one_more_press_sends_it_as_who_is_signed_in()
    {
        using var browser = Open();
        var form = await browser.GetAsync("/new");
        await browser.SignInAsync(account: Ana);
        browser.Services.On("POST", "/api/tickets", 201, new { number = "HD-000071", trackingSecret = new string('A', 32) });

        var again = await browser.SendAsync(form, "/new?handler=Review", Ticket);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Nothing has been sent yet.", again.Text, StringComparison.Ordinal);
        Assert.Contains("You are now signed in as Ana Paz.", again.Text, StringComparison.Ordinal);
        Assert.Contains(Letter, Typed(again), StringComparison.Ordinal);
        Assert.Contains("value=\"The printer\"", again.Html, StringComparison.Ordinal);
        Assert.Matches($"value=\"{Categories.Access}\"[^>]* checked", again.Html);
        Assert.Empty(browser.Services.Of("POST", "/api/tickets"));

        var review = await browser.SendAsync(again, "/new?handler=Review", Ticket);
        Assert.Equal(HttpStatusCode.OK, review.Status);
        var opened = await browser.SendAsync(review, "/new?handler=Send", ("Form.Description", Letter));
        Assert.StartsWith("/opened/", opened.Location, StringComparison.Ordinal);
        Assert.Equal("Bearer access-1", Assert.Single(browser.Services.Of("POST", "/api/tickets")).Credential);
    }

    [Fact]
    public async Task G11_keeps_a_ticket_that_was_only_to_be_sent_and_asks_a_stranger_for_the_rest()
    {
        using var browser = await OpenAsAnaAsync();
        var review = await browser.SendAsync(await browser.GetAsync("/new"), "/new?handler=Review", Ticket);
        await SignOutElsewhereAsync(browser);
        browser.Services.On("POST", "/api/captcha/challenges", 201, Picture);

        var again = await browser.SendAsync(review, "/new?handler=Send", ("Form.Description", Letter));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("You are no longer signed in.", again.Text, StringComparison.Ordinal);
        Assert.Contains(Letter, Typed(again), StringComparison.Ordinal);
        Assert.Contains("name=\"Form.Email\"", again.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"Captcha.Answer\"", again.Html, StringComparison.Ordinal);
        Assert.Empty(browser.Services.Of("POST", "/api/tickets"));
    }

    [Fact]
    public async Task G11_opens_no_second_ticket_of_a_form_that_was_sent_before()
    {
        using var browser = Open();
        browser.Services.On("POST", "/api/tickets", 201, new { number = "HD-000071", trackingSecret = new string('A', 32) });
        var form = await browser.GetAsync("/new");
        (string, string)[] ticket = [.. Ticket, ("Captcha.Pass", "pass")];
        var opened = (await browser.SendAsync(form, "/new?handler=Send", ticket)).Location;
        Assert.StartsWith("/opened/", opened, StringComparison.Ordinal);
        await browser.SignInAsync(account: Ana);

        var again = await browser.SendAsync(form, "/new?handler=Send", ticket);
        Assert.Equal(opened, (await browser.SendAsync(again, "/new?handler=Send", Ticket)).Location);
        Assert.Single(browser.Services.Of("POST", "/api/tickets"));

        (string, string)[] another = [.. Ticket.Where(x => x.Item1 != "Form.Description"), ("Form.Description", "Another matter")];
        await browser.SendAsync(again, "/new?handler=Send", another);
        Assert.Equal(2, browser.Services.Of("POST", "/api/tickets").Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task G11_keeps_an_answer_on_the_page_of_a_link(bool signsIn)
    {
        using var browser = signsIn ? Open() : await OpenAsAnaAsync();
        ShowTicket(browser);
        var page = await browser.GetAsync(Link);
        if (signsIn)
            await browser.SignInAsync(account: Ana);
        else
            await SignOutElsewhereAsync(browser);
        browser.Services.On("POST", "/api/tickets/HD-000071/replies", 201, new { });

        var again = await browser.SendAsync(page, $"{Link}?handler=Reply", ("Text", Letter));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains(Letter, Typed(again), StringComparison.Ordinal);
        Assert.Empty(browser.Services.Of("POST", "/api/tickets/HD-000071/replies"));

        Assert.Equal(Link, (await browser.SendAsync(again, $"{Link}?handler=Reply", ("Text", Letter))).Location);
        Assert.Equal(Letter, Assert.Single(browser.Services.Of("POST", "/api/tickets/HD-000071/replies")).Text("text"));
    }

    [Fact]
    public async Task G11_keeps_a_rating_and_the_question_whether_to_close()
    {
        using var browser = Open();
        ShowTicket(browser, rate: true);
        var page = await browser.GetAsync(Link);
        await browser.SignInAsync(account: Ana);

        var rating = await browser.SendAsync(page, $"{Link}?handler=Rate", ("Score", "2"), ("Comment", "Slow, but kind"));
        Assert.Contains("Slow, but kind", rating.Html, StringComparison.Ordinal);
        Assert.Matches("value=\"2\"[^>]* checked", rating.Html);
        var closing = await browser.SendAsync(page, $"{Link}?handler=Close");
        Assert.Contains("Nothing has been sent yet.", closing.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Services.Requests, x => x.Method == "PUT");
    }

    [Theory]
    [InlineData("/follow", "Number", "HD-000071")]
    [InlineData("/register", "Name", "Ana Paz")]
    [InlineData("/sign-in", "Email", "ana@example.org")]
    public async Task G11_nor_is_anything_lost_when_the_keys_are_gone(string path, string field, string typed)
    {
        using var browser = Open();
        await browser.GetAsync(path);

        var again = await browser.PostAsync(path, (field, typed), ("__RequestVerificationToken", "of-other-keys"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains($"value=\"{typed}\"", again.Html, StringComparison.Ordinal);
        Assert.Empty(browser.Services.Requests);
    }

    [Theory]
    [InlineData("/follow", "Number", "HD-000071")]
    [InlineData("/register", "Name", "Ana Paz")]
    [InlineData("/password-reset", "Email", "ana@example.org")]
    public async Task G11_keeps_what_was_typed_on_pages_for_everybody(string path, string field, string typed)
    {
        using var browser = Open();
        var page = await browser.GetAsync(path);
        await browser.SignInAsync(account: Ana);
        var before = browser.Services.Requests.Count;

        var again = await browser.SendAsync(page, path, (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains($"value=\"{typed}\"", again.Html, StringComparison.Ordinal);
        Assert.Equal(before, browser.Services.Requests.Count);
    }

    [Fact]
    public async Task G11_goes_on_with_the_sign_in_that_was_made_there()
    {
        using var browser = Open();
        ShowTicket(browser);
        var page = await browser.GetAsync("/sign-in?then=/account");
        await browser.SignInAsync(account: Ana);
        var before = browser.Services.Of("POST", "/api/sessions").Count;

        var seen = await browser.SendAsync(page, "/sign-in", ("Email", "ana@example.org"), ("Password", "a quiet harbour"));

        Assert.Equal("/account", seen.Location);
        Assert.Equal(before, browser.Services.Of("POST", "/api/sessions").Count);
    }

    [Fact]
    public async Task G11_does_not_keep_somebody_from_signing_out_or_from_another_language()
    {
        using var browser = Open();
        var page = await browser.GetAsync("/register");
        await browser.SignInAsync(account: Ana);
        browser.Services.On("DELETE", "/api/sessions/current", 204);

        var look = await browser.SendAsync(page, "/appearance", ("language", "es"));
        Assert.Contains(look.Cookies, x => x.StartsWith("language=es", StringComparison.Ordinal));
        Assert.Equal("/sign-in", (await browser.SendAsync(page, "/sign-out")).Location);
        Assert.Single(browser.Services.Of("DELETE", "/api/sessions/current"));
    }

    static (string, string)[] Ticket =>
    [
        ("Form.CategoryId", Categories.Access.ToString()), ("Form.Subject", "The printer"), ("Form.Description", Letter),
        ("Form.Name", "Ana"), ("Form.Email", "ana@example.org"),
    ];
}
