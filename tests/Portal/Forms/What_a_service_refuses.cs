using System.Net;
using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Portal.Tests.Forms;

public sealed class What_a_service_refuses(PortalHost portal) : FormTest(portal)
{
    const string OfTheService = "A sentence of the service.";

    [Theory]
    [InlineData("transition-not-allowed", 409, "because the ticket has changed")]
    [InlineData("ticket-files-full", 413, "cannot hold any more files")]
    [InlineData("ticket-merged", 409, "merged into another one")]
    [InlineData("answer-not-known", 409, "probably sent already")]
    [InlineData("no-category", 409, "open a new ticket with your text")]
    [InlineData("busy", 503, "very busy")]
    [InlineData("something-of-tomorrow", 409, "We could not accept this, and we do not know why")]
    public async Task G13_is_said_in_our_words_and_the_answer_stays(string type, int status, string words)
    {
        using var browser = Open();
        ShowTicket(browser);
        browser.Services.Refuse("POST", "/api/tickets/HD-000071/replies", status, type);

        var seen = await browser.SendAsync(await browser.GetAsync(Link), $"{Link}?handler=Reply", ("Text", Letter));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains(words, seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(OfTheService, seen.Text, StringComparison.Ordinal);
        Assert.Contains(Letter, Typed(seen), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ticket.flash.replied", "Sent. We have your reply")]
    [InlineData("ticket.flash.reopened", "open again")]
    public async Task G13_is_not_said_beside_that_what_went_before_was_taken(string told, string words)
    {
        using var browser = Open();
        browser.Sends("Cookie", $"flash={told}");
        ShowTicket(browser);
        browser.Services.Refuse("POST", "/api/tickets/HD-000071/replies", 409, "ticket-merged");
        var page = await browser.GetAsync(Link);
        Assert.Contains(words, page.Text, StringComparison.Ordinal);

        foreach (var text in new[] { Letter, "" })
        {
            var seen = await browser.SendAsync(page, $"{Link}?handler=Reply", ("Text", text));
            Assert.DoesNotContain(words, seen.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task G13_of_a_file_without_anything_in_it_is_said_before_the_answer_is_sent()
    {
        using var browser = Open();
        ShowTicket(browser);

        var seen = await browser.SendFileAsync(await browser.GetAsync(Link), $"{Link}?handler=Reply", "scan.pdf", [], ("Text", Letter));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
        Assert.Contains("This file is empty", seen.Text, StringComparison.Ordinal);
        Assert.Contains(Letter, Typed(seen), StringComparison.Ordinal);
        Assert.Empty(browser.Services.Of("POST", "/api/tickets/HD-000071/replies"));
        Assert.Empty(browser.Services.Of("POST", "/api/attachments"));
    }

    [Fact]
    public async Task G13_is_never_english_on_a_spanish_page()
    {
        using var browser = Open();
        await browser.SendAsync(await browser.GetAsync("/register"), "/appearance", ("language", "es"));
        ShowTicket(browser);
        foreach (var type in new[] { "rating-over", "something-of-tomorrow" })
        {
            browser.Services.Refuse("POST", "/api/tickets/HD-000071/replies", 409, type);
            var seen = await browser.SendAsync(await browser.GetAsync(Link), $"{Link}?handler=Reply", ("Text", "Una palabra"));
            Assert.DoesNotContain("sentence", seen.Text, StringComparison.Ordinal);
            var words = type == "rating-over" ? "El plazo para valorar" : "No hemos podido aceptarlo";
            Assert.Contains(words, seen.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("rating-over", true, "This ticket can no longer be rated")]
    [InlineData("rating-over", false, "This ticket can no longer be rated")]
    [InlineData("not-rateable", false, "this one is open again")]
    [InlineData("not-the-customer", true, "Only the customer of this ticket")]
    public async Task G13_of_a_rating_keeps_its_words_also_when_it_can_be_rated_no_more(string type, bool stillRateable, string words)
    {
        using var browser = Open();
        ShowTicket(browser, rate: true);
        var page = await browser.GetAsync(Link);
        ShowTicket(browser, stillRateable);
        browser.Services.Refuse("PUT", "/api/tickets/HD-000071/rating", 409, type);

        var seen = await browser.SendAsync(page, $"{Link}?handler=Rate", ("Score", "4"), ("Comment", "Slow, but kind"));

        Assert.Contains(words, seen.Text, StringComparison.Ordinal);
        Assert.Contains("Slow, but kind", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G13_twice_the_same_answer_goes_under_one_key_until_it_was_taken()
    {
        using var browser = Open();
        ShowTicket(browser);
        browser.Services.Refuse("POST", "/api/tickets/HD-000071/replies", 503, "unavailable");
        var page = await browser.GetAsync(Link);
        var key = page.Hidden.Single(x => x.Name == "Form.Key");

        var seen = await browser.SendAsync(page, $"{Link}?handler=Reply", ("Text", Letter));
        Assert.Contains(key, seen.Hidden);
        browser.Services.Refuse("POST", "/api/tickets/HD-000071/replies", 422, "idempotency-key-reused");
        seen = await browser.SendAsync(seen, $"{Link}?handler=Reply", ("Text", Letter));
        Assert.Contains("sent a moment ago with different text", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(key, seen.Hidden);
    }

    [Fact]
    public async Task G13_a_damaged_key_says_so_and_one_more_press_sends_it()
    {
        using var browser = Open();
        ShowTicket(browser);
        browser.Services.On("POST", "/api/tickets/HD-000071/replies", asked => (400, new
        {
            type = "urn:helpdesk:problem:invalid", title = "x", status = 400,
            errors = new Dictionary<string, string[]> { ["idempotency-key"] = [OfTheService] },
        }));

        var seen = await browser.SendAsync(await browser.GetAsync(Link), $"{Link}?handler=Reply", ("Text", Letter), ("Form.Key", "x"));

        Assert.Contains("The form was damaged on its way", seen.Text, StringComparison.Ordinal);
        Assert.Contains(Letter, Typed(seen), StringComparison.Ordinal);
        Assert.Equal(32, seen.Hidden.Single(x => x.Name == "Form.Key").Value.Length);
    }

    [Fact]
    public async Task G13_a_damaged_receipt_says_so_and_the_other_file_stays()
    {
        using var browser = await OpenAsAnaAsync();
        var good = Portal.Protector.Protect(new UploadReceipt(Guid.CreateVersion7(), "screen.png", "image/png", 3), TimeSpan.FromHours(1));

        var pass = Portal.Protector.Protect(new CaptchaPass(Guid.NewGuid(), DateTimeOffset.UtcNow));
        foreach (var kept in new[] { good[..^4], "nothing", pass })
        {
            var page = await browser.GetAsync("/new");
            var seen = await browser.PostAsync("/new?handler=Send", [.. page.Hidden, ("Form.CategoryId", $"{Categories.Access}"),
                ("Form.Description", Letter), ("Form.Receipts", kept), ("Form.Receipts", good)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.Status);
            Assert.Contains("choose them again", seen.Text, StringComparison.Ordinal);
            Assert.Contains(seen.Hidden, x => x == ("Form.Receipts", good));
            Assert.Contains(Letter, Typed(seen), StringComparison.Ordinal);
        }

        Assert.Empty(browser.Services.Of("POST", "/api/tickets"));
    }

    [Theory]
    [InlineData("captcha-not-valid", "It took a little too long")]
    [InlineData("captcha-already-used", "already used for a ticket")]
    [InlineData("captcha-required", "type the characters in the image")]
    public async Task G13_a_damaged_pass_of_a_captcha_asks_for_another_image_and_keeps_the_rest(string type, string words)
    {
        using var browser = Open();
        browser.Services.On("POST", "/api/captcha/challenges", 201, Picture);
        browser.Services.Refuse("POST", "/api/tickets", 400, type);

        var seen = await browser.SendAsync(await browser.GetAsync("/new"), "/new?handler=Send", ("Form.CategoryId", $"{Categories.Access}"),
            ("Form.Description", Letter), ("Form.Name", "Ana"), ("Form.Email", "ana@example.org"), ("Captcha.Pass", "damaged"));

        Assert.Contains(words, seen.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"Captcha.Answer\"", seen.Html, StringComparison.Ordinal);
        Assert.Contains(Letter, Typed(seen), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unsupported-file", 415, "macros", "contains macros")]
    [InlineData("unsupported-file", 415, "encrypted-pdf", "without a password or protection")]
    [InlineData("damaged-file", 422, "truncated-image", "The end of this image is missing")]
    [InlineData("damaged-file", 422, "of-tomorrow", "This file is damaged")]
    [InlineData("unsupported-file", 415, null, "We cannot accept this file")]
    [InlineData("too-large", 413, null, "up to 5 MB")]
    [InlineData("uploads-exhausted", 503, null, "waiting for their tickets")]
    [InlineData("storage-full", 507, null, "no room for more files")]
    [InlineData("too-many-uploads", 429, null, "within an hour")]
    public async Task G13_of_a_file_says_why_and_keeps_the_text(string type, int status, string? reason, string words)
    {
        using var browser = Open();
        ShowTicket(browser);
        var problem = new { type = "urn:helpdesk:problem:" + type, title = type, status, detail = OfTheService, reason };
        browser.Services.On("POST", "/api/attachments", status, problem);

        var seen = await browser.SendFileAsync(await browser.GetAsync(Link), $"{Link}?handler=Reply", "letter.docx", ("Text", Letter));

        Assert.Contains(words, seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(OfTheService, seen.Text, StringComparison.Ordinal);
        Assert.Contains(Letter, Typed(seen), StringComparison.Ordinal);
    }
}
