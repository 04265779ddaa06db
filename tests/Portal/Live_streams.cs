using System.Net;
using System.Net.ServerSentEvents;
using System.Security.Claims;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ui.Live;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Portal.Tests;

/// <summary>Lines of pages through the gateway, with a broker that tells whose access is over.</summary>
public sealed class Live_streams : IAsyncLifetime
{
    static readonly TimeSpan Seconds = TimeSpan.FromSeconds(10);

    readonly Guid _ticket = Guid.CreateVersion7();
    readonly List<HttpResponseMessage> _open = [];
    PortalBehindGateway _portal = null!;
    string _broker = "";

    public async ValueTask InitializeAsync()
    {
        _broker = await TestServers.CreateVirtualHostAsync();
        (string, string)[] settings = [("ConnectionStrings:rabbitmq", _broker), ("Live:PerNetwork", "25"), ("Live:CheckEvery", "00:00:01")];
        _portal = await PortalBehindGateway.StartAsync(tls: false, settings, "--KnownProxies=127.0.0.1");
    }

    public async ValueTask DisposeAsync()
    {
        _open.ForEach(x => x.Dispose());
        await _portal.DisposeAsync();
        TestServers.DiscardVirtualHost(_broker);
    }

    [Fact]
    public async Task G19_end_within_seconds_when_the_access_of_who_listens_is_revoked_and_no_others_do()
    {
        await _portal.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromMinutes(2));
        var (ana, ben) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (phone, laptop) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        using var link = _portal.Open();
        using var anasPhone = await SignedInAsync(ana, phone);
        using var anasLaptop = await SignedInAsync(ana, laptop);
        using var bens = await SignedInAsync(ben, Guid.CreateVersion7());
        var byLink = await ListenAsync(link, Link);
        var onPhone = await ListenAsync(anasPhone, Number);
        var onLaptop = await ListenAsync(anasLaptop, Number);
        var other = await ListenAsync(bens, Number);

        await RevokeAsync(ana, phone);
        Assert.True(await EndsAsync(onPhone));
        Assert.Equal(["reply"], await NextAsync("reply", onLaptop, other, byLink));

        await RevokeAsync(ana, null);
        Assert.True(await EndsAsync(onLaptop));
        Assert.Equal(["writing"], await NextAsync("writing", other, byLink));

        // Also while Ticketing has not heard of it yet; and whoever signs in again listens again.
        using (var refused = await anasLaptop.FetchAsync(Number))
            Assert.Equal(HttpStatusCode.NoContent, refused.StatusCode);
        using var again = await SignedInAsync(ana, Guid.CreateVersion7());
        await ListenAsync(again, Number);
    }

    [Fact]
    public async Task G19_by_a_link_end_when_the_link_is_another_and_lines_of_accounts_stay()
    {
        using var link = _portal.Open();
        using var account = await SignedInAsync(Guid.CreateVersion7(), Guid.CreateVersion7());
        var (byLink, byAccount) = (await ListenAsync(link, Link), await ListenAsync(account, Number));

        await _portal.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromMinutes(2));
        await _portal.Services.GetRequiredService<IBus>().Publish(new TrackingLinkRenewed
        {
            Ticket = new()
            {
                Id = _ticket, Number = "HD-000001", Version = 2, Subject = "The door", Status = TicketStatus.New,
                Priority = TicketPriority.Medium, CategoryId = Guid.Empty, CategoryTitle = "Access",
                AreaId = Guid.Empty, OpenedAt = DateTimeOffset.UtcNow,
                TrackingToken = "sealed",
                Customer = new() { Name = "Cleo", Email = "cleo@example.org", Language = "en" },
            },
            RenewedAt = DateTimeOffset.UtcNow,
            RenewedBy = new(ActorKind.Customer, null, "Cleo"),
        }, TestContext.Current.CancellationToken);
        Assert.True(await EndsAsync(byLink));
        Assert.Equal(["reply"], await NextAsync("reply", byAccount));
        // Its page comes again with the old link, to hear that it leads nowhere.
        link.Services.Refuse("GET", "/api/tracking", 404, "not-found");
        using var refused = await link.FetchAsync(Link);
        Assert.Equal(HttpStatusCode.NoContent, refused.StatusCode);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(401, true)]
    [InlineData(403, true)]
    [InlineData(503, false)]
    public async Task G19_are_asked_for_again_from_time_to_time_and_end_when_who_listens_may_no_more(int status, bool ends)
    {
        using var link = _portal.Open();
        var line = await ListenAsync(link, Link);
        link.Services.Refuse("GET", "/api/tracking", status, "whatever");
        if (ends)
            Assert.True(await EndsAsync(line));
        else
        {
            await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
            Assert.Equal(["reply"], await NextAsync("reply", line));
        }
    }

    [Fact]
    public async Task G19_are_ten_for_a_ticket_then_the_next_is_refused_in_words_and_its_page_still_comes()
    {
        using var browser = _portal.Open();
        var lines = new List<IAsyncEnumerator<string>>();
        for (var i = 0; i < 10; i++)
            lines.Add(await ListenAsync(browser, Link));
        using (var refused = await browser.FetchAsync(Link))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
            var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
            Assert.Equal("urn:helpdesk:problem:too-many-live-streams", problem.GetProperty("type").GetString());
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Page)).Status);
        Assert.Equal(["reply"], await NextAsync("reply", [.. lines]));

        // A page that is closed leaves its place.
        _open[0].Dispose();
        await Eventually.HoldsAsync(async () =>
        {
            var answer = await browser.FetchAsync(Link);
            _open.Add(answer);
            return answer.StatusCode == HttpStatusCode.OK;
        });
    }

    [Fact]
    public async Task G19_of_a_ticket_are_not_used_up_by_who_may_not_see_it()
    {
        using var stranger = _portal.Open();
        Tickets.Show(stranger, Tickets.Of(Guid.CreateVersion7(), 1));
        for (var i = 0; i < 10; i++)
            await PublishAsync(stranger, $"/t/{new string('B', 32)}/live?ticket={_ticket}&seen=nothing");
        using var owner = _portal.Open();
        await ListenAsync(owner, Link);
    }

    [Fact]
    public async Task G19_are_so_many_for_a_network_and_other_networks_listen_on()
    {
        using var office = _portal.Open(null, ("X-Forwarded-For", "203.0.113.7"));
        // Each link leads to its ticket as long as its line stands: it is asked again while others are opened.
        var tickets = Enumerable.Range(0, 25).ToDictionary(x => $"Tracking {new string((char)('A' + x), 32)}", _ => Guid.CreateVersion7());
        office.Services.On("GET", "/api/tracking", 200, new { number = "HD-000001" });
        office.Services.On("GET", Tickets.Api, asked => (200, Tickets.Of(tickets[asked.Credential], 1)));
        foreach (var (credential, id) in tickets)
            await PublishAsync(office, $"/t/{credential.Split(' ')[1]}/live?ticket={id}&seen=nothing");

        using (var refused = await office.FetchAsync(Link))
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        using var mapped = _portal.Open(null, ("X-Forwarded-For", "::ffff:203.0.113.7"));
        using (var refused = await mapped.FetchAsync(Link))
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        using var other = _portal.Open(null, ("X-Forwarded-For", "203.0.113.8"));
        await ListenAsync(other, Link);
    }

    static string Page => $"/t/{new string('A', 32)}";

    string Link => $"{Page}/live?ticket={_ticket}&seen=nothing";

    string Number => $"/tickets/HD-000001/live?ticket={_ticket}&seen=nothing";

    async Task<Browser> SignedInAsync(Guid account, Guid session)
    {
        var browser = _portal.Open();
        var token = TestIssuer.Shared.Issue(
            [new(Claims.Subject, $"{account}"), new(Claims.Session, $"{session}"), new(Claims.Role, AccountRoles.Customer)],
            TimeSpan.FromHours(1));
        browser.Services.On("POST", "/api/sessions", 200, Sessions.Of(token, browser.Refresh));
        var form = await browser.GetAsync("/sign-in");
        await browser.SendAsync(form, "/sign-in", ("Email", "ana@example.org"), ("Password", "a quiet harbour"));
        return browser;
    }

    async Task<IAsyncEnumerator<string>> ListenAsync(Browser browser, string line)
    {
        Tickets.Show(browser, Tickets.Of(_ticket, 1));
        return await PublishAsync(browser, line);
    }

    /// <summary>The words of a line that stands.</summary>
    async Task<IAsyncEnumerator<string>> PublishAsync(Browser browser, string line)
    {
        var answer = await browser.FetchAsync(line);
        _open.Add(answer);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var words = WordsAsync(answer).GetAsyncEnumerator();
        Assert.True(await words.MoveNextAsync().AsTask().WaitAsync(Seconds));
        Assert.Equal("hello", words.Current);
        return words;
    }

    static async IAsyncEnumerable<string> WordsAsync(HttpResponseMessage answer)
    {
        await foreach (var word in SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync())
            yield return word.EventType;
    }

    Task RevokeAsync(Guid account, Guid? session)
    {
        var now = DateTimeOffset.UtcNow;
        var revoked = new AccessRevoked { AccountId = account, SessionId = session, IssuedBefore = now, Until = now.AddHours(1) };
        return _portal.Services.GetRequiredService<IBus>().Publish(revoked, TestContext.Current.CancellationToken);
    }

    static async Task<bool> EndsAsync(IAsyncEnumerator<string> line)
    {
        using var patience = new CancellationTokenSource(Seconds);
        while (await line.MoveNextAsync().AsTask().WaitAsync(patience.Token))
            Assert.Contains(line.Current, new[] { "changed", "still-here" });
        return true;
    }

    /// <summary>What each of these lines hears when something is told.</summary>
    async Task<IEnumerable<string>> NextAsync(string kind, params IAsyncEnumerator<string>[] lines)
    {
        _portal.Services.GetRequiredService<LiveSubscriptions>().Publish(_ticket, new(kind));
        var heard = new List<string>();
        foreach (var line in lines)
        {
            do
                Assert.True(await line.MoveNextAsync().AsTask().WaitAsync(Seconds));
            while (line.Current is "changed" or "still-here");
            heard.Add(line.Current);
        }

        return heard.Distinct();
    }
}
