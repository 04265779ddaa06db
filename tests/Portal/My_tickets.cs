using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Portal.Tests;

public sealed class My_tickets(PortalHost portal)
{
    static object Ticket(string number, string subject) => new
    {
        id = Guid.CreateVersion7(), number, subject, status = "WaitingOnCustomer", priority = "Medium", category = "Access",
            customerName = "Ana Paz", assignee = new { id = Guid.CreateVersion7(), name = "Carlos" },
        openedAt = DateTimeOffset.UtcNow, updatedAt = DateTimeOffset.UtcNow, tags = Array.Empty<string>(), replies = 1, version = 3,
    };

    [Fact]
    public async Task CU16_are_listed_with_what_they_are_about_and_who_has_them()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.On("GET", "/api/tickets", 200,
            new { items = new[] { Ticket("TK-1", "<script>alert(1)</script>"), Ticket("TK-2", "The door") }, more = true });

        var seen = await browser.GetAsync("/tickets");

        Assert.Contains("The door", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Waiting for you", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Carlos", seen.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/tickets/TK-2\"", seen.Html, StringComparison.Ordinal);
        Assert.Contains("page=2", seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", seen.Html, StringComparison.Ordinal);
        var asked = Assert.Single(browser.Services.Of("GET", "/api/tickets"));
        Assert.Equal(("Bearer access-1", "?view=open&page=1"), (asked.Credential, asked.Query));
    }

    [Theory]
    [InlineData("?view=waiting", "?status=WaitingOnCustomer&page=1")]
    [InlineData("?view=closed&page=3", "?view=closed&page=3")]
    [InlineData("?view=all&q=%20the%20door%26%20", "?view=all&page=1&q=the%20door%26")]
    [InlineData("?view=everybody&page=-4", "?view=open&page=1")]
    [InlineData("?view=open&category=nothing", "?view=open&page=1")]
    public async Task CU16_are_chosen_by_view_words_and_page(string typed, string asked)
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.On("GET", "/api/tickets", 200, new { items = Array.Empty<object>(), more = false });

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/tickets" + typed)).Status);
        Assert.Equal(asked, Assert.Single(browser.Services.Of("GET", "/api/tickets")).Query);
    }

    [Fact]
    public async Task CU16_keep_the_search_while_paging_and_changing_the_view()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.On("GET", "/api/tickets", 200, new { items = new[] { Ticket("TK-1", "The door") }, more = true });

        var seen = await browser.GetAsync($"/tickets?view=all&q=door&category={Categories.Access}");

        Assert.Contains($"/tickets?view=closed&amp;category={Categories.Access}&amp;q=door\"", seen.Html, StringComparison.Ordinal);
        Assert.Contains($"/tickets?view=all&amp;category={Categories.Access}&amp;q=door&amp;page=2\"", seen.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"door\"", seen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_away_for_a_moment_when_Ticketing_is()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.Refuse("GET", "/api/tickets", 503, "unavailable");

        var seen = await browser.GetAsync("/tickets");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, seen.Status);
        Assert.Contains("unavailable for a moment", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_the_staff_are_not_everybodys()
    {
        using var browser = portal.Open();
        await browser.SignInAsync(roles: ["Agent"]);

        Assert.Contains("You are part of the staff", (await browser.GetAsync("/tickets")).Text, StringComparison.Ordinal);
        Assert.Empty(browser.Services.Of("GET", "/api/tickets"));
    }

    [Theory]
    [InlineData("xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("csv", "csv", "text/csv; charset=utf-8")]
    [InlineData("../secret", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task CU15_F36_come_as_a_file_just_as_Ticketing_makes_it(string format, string asked, string type)
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        browser.Services.OnRaw("GET", "/api/tickets/export", (_, context) =>
        {
            context.Response.ContentType = type;
            context.Response.Headers.ContentDisposition = $"attachment; filename=tickets.{asked}";
            return context.Response.WriteAsync("number,subject");
        });

        using var file = await browser.FetchAsync("/tickets/export?format=" + Uri.EscapeDataString(format));

        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal(type, file.Content.Headers.ContentType?.ToString());
        Assert.Equal($"attachment; filename=tickets.{asked}", file.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("number,subject", await file.Content.ReadAsStringAsync());
        var sent = Assert.Single(browser.Services.Of("GET", "/api/tickets/export"));
        Assert.Equal(($"?format={asked}&zone=UTC", "Bearer access-1"), (sent.Query, sent.Credential));
    }

    [Fact]
    public async Task CU15_are_handed_on_while_they_still_come()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        var rest = new TaskCompletionSource();
        browser.Services.OnRaw("GET", "/api/tickets/export", async (_, context) =>
        {
            await context.Response.WriteAsync("number");
            await context.Response.Body.FlushAsync();
            await rest.Task.WaitAsync(TimeSpan.FromSeconds(60));
            await context.Response.WriteAsync(",subject");
        });

        using var file = await browser.FetchAsync("/tickets/export?format=csv");
        await using var stream = await file.Content.ReadAsStreamAsync();
        var first = new byte[6];
        await stream.ReadExactlyAsync(first).AsTask().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal("number", Encoding.UTF8.GetString(first));
        rest.SetResult();
        using var reader = new StreamReader(stream);
        Assert.Equal(",subject", await reader.ReadToEndAsync());
    }
}
