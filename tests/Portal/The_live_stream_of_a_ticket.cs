using System.Net;
using System.Net.ServerSentEvents;
using System.Text.RegularExpressions;
using Helpdesk.Ui.Live;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Portal.Tests;

public sealed partial class The_live_stream_of_a_ticket(PortalHost portal)
{
    static readonly string Page = $"/t/{new string('A', 32)}";

    readonly Guid _ticket = Guid.CreateVersion7();

    LiveSubscriptions Happening => portal.Services.GetRequiredService<LiveSubscriptions>();

    [Fact]
    public async Task CU9_begins_with_what_happened_since_its_page_was_read()
    {
        using var browser = portal.Open();
        Tickets.Show(browser, Ticket(version: 1));
        var line = await LineAsync(browser);
        Tickets.Show(browser, Ticket(version: 2));

        Assert.Equal(["hello", "changed"], await PublishAsync(browser, line, 2));
    }

    [Fact]
    public async Task CU9_tells_nothing_but_hello_when_nothing_happened_and_misses_nothing_that_happens_while_it_is_opened()
    {
        using var browser = portal.Open();
        Tickets.Show(browser, Ticket(version: 1));
        var line = await LineAsync(browser);
        browser.Services.On("GET", Tickets.Api, _ =>
        {
            Happening.Publish(_ticket, new("reply"));
            return (200, Ticket(version: 1));
        });

        Assert.Equal(["hello", "reply"], await PublishAsync(browser, line, 2));
    }

    [Fact]
    public async Task F3_tells_nothing_of_another_ticket_that_its_address_names()
    {
        using var browser = portal.Open();
        var others = Guid.CreateVersion7();
        Tickets.Show(browser, Ticket(version: 1));
        browser.Services.On("GET", Tickets.Api, _ =>
        {
            Happening.Publish(others, new("writing", "Ada"));
            return (200, Ticket(version: 1));
        });

        var heard = await PublishAsync(browser, $"{Page}/live?ticket={others}&seen=nothing", 3, () =>
        {
            Happening.Publish(others, new("writing", "Ada"));
            Happening.Publish(_ticket, new("reply"));
        });
        Assert.Equal(["hello", "changed", "reply"], heard);
    }

    [Fact]
    public async Task N11_ends_without_a_word_while_nobody_knows_the_ticket_so_that_the_browser_asks_again()
    {
        using var browser = portal.Open();
        browser.Services.Refuse("GET", "/api/tracking", 503, "unavailable");
        using var later = await browser.FetchAsync($"{Page}/live?ticket={_ticket}&seen=nothing");
        Assert.Equal((HttpStatusCode.OK, "text/event-stream", ""),
            (later.StatusCode, later.Content.Headers.ContentType?.MediaType, await later.Content.ReadAsStringAsync()));

        browser.Services.Refuse("GET", "/api/tracking", 404, "not-found");
        using var never = await browser.FetchAsync($"{Page}/live?ticket={_ticket}&seen=nothing");
        Assert.Equal(HttpStatusCode.NoContent, never.StatusCode);
    }

    object Ticket(int version) => Tickets.Of(_ticket, version);

    /// <summary>The address on which the page listens.</summary>
    static async Task<string> LineAsync(Browser browser)
    {
        var line = Line().Match((await browser.GetAsync(Page)).Html);
        Assert.True(line.Success);
        return WebUtility.HtmlDecode(line.Groups[1].Value) + "&seen=" + line.Groups[2].Value;
    }

    /// <summary>The first words on the line; after the hello something may happen.</summary>
    static async Task<IReadOnlyList<string>> PublishAsync(Browser browser, string line, int words, Action? happening = null)
    {
        using var answer = await browser.FetchAsync(line);
        var heard = new List<string>();
        await foreach (var word in SseParser.Create(await answer.Content.ReadAsStreamAsync())
            .EnumerateAsync(TestContext.Current.CancellationToken))
        {
            heard.Add(word.EventType);
            if (heard.Count == 1)
                happening?.Invoke();
            if (heard.Count == words)
                break;
        }

        return heard;
    }

    [GeneratedRegex("data-live-from-value=\"([^\"]+)\" data-live-seen-value=\"([0-9a-f]+)\"")]
    private static partial Regex Line();
}
