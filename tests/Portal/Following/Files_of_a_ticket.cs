using System.Net;
using static Helpdesk.Portal.Tests.Following.TicketOnPage;

namespace Helpdesk.Portal.Tests.Following;

public sealed class Files_of_a_ticket(PortalHost portal)
{
    [Theory]
    [InlineData("")]
    [InlineData("/print")]
    public async Task G17_have_addresses_on_pages_that_last_as_long_as_the_page(string view)
    {
        using var browser = portal.Open();
        Show(browser, Of(), Message(files: Picture()));

        var seen = await browser.GetAsync(Link + view);

        Assert.Contains($"src=\"{Link}/files/{FileId}/preview\"", seen.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Link}/files/{FileId}\"", seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("grant", seen.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/print")]
    public async Task G17_are_addressed_by_number_for_who_is_signed_in(string view)
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        Show(browser, Of(), Message(files: Picture()));

        var seen = await browser.GetAsync("/tickets/71" + view);

        Assert.Contains($"src=\"/tickets/HD-000071/files/{FileId}/preview\"", seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("grant", seen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CU9_of_a_picture_its_preview_is_loaded_into_a_box_that_is_there_before()
    {
        using var browser = portal.Open();
        Show(browser, Of(), Message(files: Picture(name: "a \"quoted\" name.png")));

        var picture = (await browser.GetAsync(Link)).Html.Split("<img class=\"preview\"")[1].Split('>')[0];

        Assert.Contains("width=\"192\" height=\"144\"", picture, StringComparison.Ordinal);
        Assert.Contains("alt=\"a &quot;quoted&quot; name.png\"", picture, StringComparison.Ordinal);
        Assert.Contains("loading=\"lazy\"", picture, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CU9_the_preview_leads_to_a_fresh_address_of_it_and_of_a_document_to_nothing()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        LeadToIt(browser);
        browser.Services.On("GET", $"/api/tickets/HD-000071/files/{FileId}", asked =>
            (200, Download(FileId, asked.Credential.StartsWith("Tracking ", StringComparison.Ordinal) ? "by-link" : "by-account")));
        using var byLink = await browser.FetchAsync($"{Link}/files/{FileId}/preview");
        using var byAccount = await browser.FetchAsync($"/tickets/71/files/{FileId}/preview");
        Assert.Equal($"/api/attachments/{FileId}/preview?grant=by-link", byLink.Headers.Location?.OriginalString);
        Assert.Equal($"/api/attachments/{FileId}/preview?grant=by-account", byAccount.Headers.Location?.OriginalString);
        Assert.True(byLink.Headers.CacheControl?.NoStore);

        browser.Services.On("GET", $"/api/tickets/HD-000071/files/{FileId}", 200,
            new { url = $"/api/attachments/{FileId}?grant=x", previewUrl = (string?)null });
        using var none = await browser.FetchAsync($"{Link}/files/{FileId}/preview");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Null(none.Headers.Location);
    }

    [Fact]
    public async Task G17_open_beside_the_page_so_that_a_reason_why_not_is_read_and_nothing_typed_is_left()
    {
        using var browser = portal.Open();
        Show(browser, Of(), Message(files: Picture()));
        var links = (await browser.GetAsync(Link)).Html.Split("<a ").Where(x => x.Contains("/files/", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, links.Count);
        Assert.All(links, x => Assert.Contains("target=\"_blank\"", x, StringComparison.Ordinal));
        Assert.All(links, x => Assert.DoesNotContain(" download", x, StringComparison.Ordinal));
    }

    [Fact]
    public async Task G17_on_paper_are_all_there_at_once()
    {
        using var browser = portal.Open();
        Show(browser, Of(), Message(files: Picture()));
        Assert.Contains("loading=\"eager\"", (await browser.GetAsync(Link + "/print")).Html, StringComparison.Ordinal);
        Assert.Contains("loading=\"lazy\"", (await browser.GetAsync(Link)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G17_lead_to_a_fresh_address_each_time_which_is_not_remembered()
    {
        using var browser = portal.Open();
        var asked = 0;
        LeadToIt(browser);
        browser.Services.On("GET", $"/api/tickets/HD-000071/files/{FileId}", _ => (200, Download(FileId, $"grant-{++asked}")));

        using var first = await browser.FetchAsync($"{Link}/files/{FileId}");
        using var second = await browser.FetchAsync($"{Link}/files/{FileId}");

        Assert.Equal(HttpStatusCode.Found, first.StatusCode);
        Assert.Equal($"/api/attachments/{FileId}?grant=grant-1", first.Headers.Location?.OriginalString);
        Assert.Equal($"/api/attachments/{FileId}?grant=grant-2", second.Headers.Location?.OriginalString);
        Assert.True(first.Headers.CacheControl?.NoStore);
        var secret = Link.Split('/')[^1];
        Assert.All(browser.Services.Of("GET", "/api/tracking"), x => Assert.Equal($"Tracking {secret}", x.Credential));
        Assert.All(
            browser.Services.Of("GET", $"/api/tickets/HD-000071/files/{FileId}"), x => Assert.Equal($"Tracking {secret}", x.Credential));
    }

    [Theory]
    [InlineData("71")]
    [InlineData("HD-000071")]
    [InlineData("hd%2071")]
    [InlineData("%23HD-71.")]
    public async Task G17_G14_of_an_account_are_asked_for_in_its_name_whichever_way_the_number_is_written(string number)
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.On("GET", $"/api/tickets/HD-000071/files/{FileId}", 200, Download(FileId, "of-an-account"));

        using var answer = await browser.FetchAsync($"/tickets/{number}/files/{FileId}");

        Assert.Equal($"/api/attachments/{FileId}?grant=of-an-account", answer.Headers.Location?.OriginalString);
        Assert.Equal("Bearer access-1", Assert.Single(browser.Services.Of("GET", $"/api/tickets/HD-000071/files/{FileId}")).Credential);
    }

    [Theory]
    [InlineData(410, "file-purged", HttpStatusCode.Gone, "This file was deleted")]
    [InlineData(404, "not-found", HttpStatusCode.NotFound, "There is nothing here")]
    [InlineData(401, "tracking-secret-unknown", HttpStatusCode.NotFound, "There is nothing here")]
    [InlineData(503, "unavailable", HttpStatusCode.ServiceUnavailable, "unavailable for a moment")]
    public async Task G17_that_do_not_come_say_why_on_a_page(int status, string type, HttpStatusCode shown, string words)
    {
        using var browser = portal.Open();
        LeadToIt(browser);
        browser.Services.Refuse("GET", $"/api/tickets/HD-000071/files/{FileId}", status, type);

        var seen = await browser.GetAsync($"{Link}/files/{FileId}");

        Assert.Equal(shown, seen.Status);
        Assert.Contains(words, seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G17_lead_to_signing_in_when_the_session_is_over()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.Refuse("GET", $"/api/tickets/HD-000071/files/{FileId}", 401, "session-ended");
        browser.Services.Refuse("POST", "/api/sessions/refresh", 401, "session-ended");

        var seen = await browser.GetAsync($"/tickets/HD-000071/files/{FileId}");

        Assert.Equal(HttpStatusCode.SeeOther, seen.Status);
        Assert.StartsWith("/sign-in?then=", seen.Location, StringComparison.Ordinal);
        Assert.Contains("ended=true", seen.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/api/attachments/")]
    [InlineData("//elsewhere.example/api/attachments/")]
    [InlineData("/sign-out?")]
    public async Task G17_lead_nowhere_else_than_to_files(string address)
    {
        using var browser = portal.Open();
        LeadToIt(browser);
        browser.Services.On("GET", $"/api/tickets/HD-000071/files/{FileId}", 200, new { url = address });
        using var answer = await browser.FetchAsync($"{Link}/files/{FileId}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task G17_that_were_deleted_are_named_without_an_address()
    {
        using var browser = portal.Open();
        Show(browser, Of(), Message(files: Picture(purgedAt: "2026-07-02T08:00:00Z")));
        var seen = await browser.GetAsync(Link);
        Assert.Contains("screen.png", seen.Text, StringComparison.Ordinal);
        Assert.Contains("deleted", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/files/", seen.Html, StringComparison.Ordinal);
    }
}
