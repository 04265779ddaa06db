using System.Globalization;
using System.Net;
using System.Security.Claims;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Gateway.Tests;

public sealed class Too_many_requests : IAsyncLifetime
{
    readonly Clock _clock = new();
    Upstream _service = null!;

    public async ValueTask InitializeAsync() => _service = await Upstream.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task SE6_twenty_a_minute_without_an_account()
    {
        await using var gateway = await StartAsync();

        Assert.Equal(20, await AcceptedOfAsync(25, () => gateway.GetAsync("/api/categories")));
        Assert.Equal(20, _service.Arrivals.Count);
    }

    [Fact]
    public async Task SE6_a_hundred_a_minute_for_an_account_wherever_it_calls_from()
    {
        await using var gateway = await StartAsync("--KnownProxies=127.0.0.1");
        var token = TestGateway.Token();

        Assert.Equal(100, await AcceptedOfAsync(110, () => gateway.GetAsync("/api/tickets", ("Authorization", $"Bearer {token}"), ("X-Forwarded-For", $"10.0.0.{Random.Shared.Next(1, 250)}"))));
    }

    [Fact]
    public async Task One_accounts_haste_does_not_slow_another()
    {
        await using var gateway = await StartAsync("--Limits:SignedInPerMinute=2");
        var (ana, ben) = (TestGateway.Token(), TestGateway.Token());

        Assert.Equal(2, await AcceptedOfAsync(3, () => gateway.GetAsync("/api/tickets", ("Authorization", $"Bearer {ana}"))));
        Assert.Equal(2, await AcceptedOfAsync(3, () => gateway.GetAsync("/api/tickets", ("Authorization", $"Bearer {ben}"))));
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/api/categories")).StatusCode);
    }

    [Theory]
    [InlineData("/api/tracking", "Tracking secret-{0}")]
    [InlineData("/api/tickets/HD-000123", "Tracking secret-{0}")]
    [InlineData("/api/tickets/HD-000123/messages", "tracking secret-{0}")]
    [InlineData("/api/tickets", "Bearer made-up-{0}")]
    [InlineData("/api/tickets", "Basic {0}")]
    public async Task Credentials_that_prove_no_account_count_by_address(string path, string authorization)
    {
        await using var gateway = await StartAsync("--Limits:AnonymousPerMinute=3");
        var attempt = 0;

        Assert.Equal(3, await AcceptedOfAsync(5, () => gateway.GetAsync(
            path, ("Authorization", string.Format(CultureInfo.InvariantCulture, authorization, attempt++)))));
    }

    [Fact]
    public async Task Tokens_that_Identity_did_not_sign_count_by_address_and_its_own_by_account_while_it_is_down()
    {
        await using var gateway = await TestGateway.StartAsync(
            null, [("identity", [Upstream.DeadAddress]), ("ticketing", [_service.Address])], "--Limits:AnonymousPerMinute=3");

        Assert.Equal(3, await AcceptedOfAsync(5, () => AskAsync(new TestIssuer().Issue(
            [new(Claims.Subject, $"{Guid.CreateVersion7()}"), new(Claims.Role, Roles.Agent)], TimeSpan.FromHours(1)))));
        Assert.Equal(5, await AcceptedOfAsync(5, () => AskAsync(TestGateway.Token())));

        Task<HttpResponseMessage> AskAsync(string token) => gateway.GetAsync("/api/tickets", ("Authorization", $"Bearer {token}"));
    }

    [Theory]
    [InlineData("/api/sessions")]
    [InlineData("/api/sessions/")]
    [InlineData("/API/Sessions")]
    public async Task F35_fifty_sign_ins_a_minute_from_an_address_whatever_token_comes_along(string path)
    {
        await using var gateway = await StartAsync();

        Assert.Equal(50, await AcceptedOfAsync(60,
            () => gateway.SendAsync(HttpMethod.Post, path, ("Authorization", $"Bearer {TestGateway.Token()}"))));
    }

    [Fact]
    public async Task Sign_in_has_a_count_of_its_own()
    {
        await using var gateway = await StartAsync("--Limits:AnonymousPerMinute=1");

        Assert.Equal(1, await AcceptedOfAsync(2, () => gateway.GetAsync("/api/categories")));
        Assert.Equal(HttpStatusCode.OK, (await gateway.SendAsync(HttpMethod.Post, "/api/sessions")).StatusCode);
    }

    [Fact]
    public async Task The_refusal_says_when_to_come_back_and_keeps_its_word()
    {
        await using var gateway = await StartAsync("--Limits:AnonymousPerMinute=2");
        await gateway.GetAsync("/api/categories");
        _clock.Advance(TimeSpan.FromSeconds(20));
        await gateway.GetAsync("/api/categories");
        _clock.Advance(TimeSpan.FromSeconds(10));

        var refused = await gateway.GetAsync("/api/categories");
        await refused.ProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.Equal("30", refused.Header("Retry-After"));

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await gateway.GetAsync("/api/categories")).StatusCode);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await AcceptedOfAsync(2, () => gateway.GetAsync("/api/categories")));
    }

    [Fact]
    public async Task Health_is_not_limited()
    {
        await using var gateway = await StartAsync("--Limits:AnonymousPerMinute=1");
        Assert.Equal(5, await AcceptedOfAsync(5, () => gateway.GetAsync("/health")));
    }

    [Fact]
    public async Task A_limit_of_nothing_is_refused_at_the_start()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("--Limits:SignInPerMinute=0"));
        Assert.Contains("Limits:SignInPerMinute", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SE6_the_limits_that_an_administrator_chose_count_without_a_restart_and_stay_while_identity_is_away()
    {
        var chosen = """{"limits":{"anonymousPerMinute":7,"signInPerMinute":null}}""";
        var identity = await Upstream.StartAsync(limits: () => chosen);
        await using var gateway = await TestGateway.StartAsync(_clock, [("identity", [Upstream.DeadAddress, identity.Address]), ("assignment", [_service.Address])],
            "--Limits:AskEvery=00:00:00.020", "--Limits:AnonymousPerMinute=3");
        await AllowedAsync(7);
        chosen = """{"limits":{"anonymousPerMinute":5}}""";
        await AllowedAsync(5);
        chosen = """{"limits":{"anonymousPerMinute":0}}""";
        await AskedAgainAsync();
        await AllowedAsync(5);
        chosen = """{"limits":null}""";
        await AskedAgainAsync();
        await AllowedAsync(5);
        await identity.DisposeAsync();
        await AllowedAsync(5);

        // Once each minute, until the gateway has heard of it.
        async Task AllowedAsync(int expected)
        {
            var (accepted, deadline) = (-1, DateTime.UtcNow.AddMinutes(1));
            while (accepted != expected && DateTime.UtcNow < deadline)
            {
                _clock.Advance(TimeSpan.FromMinutes(2));
                accepted = await AcceptedOfAsync(9, () => gateway.GetAsync("/api/categories"));
            }

            Assert.Equal(expected, accepted);
        }

        async Task AskedAgainAsync()
        {
            var (seen, deadline) = (identity.Asked, DateTime.UtcNow.AddMinutes(1));
            while (identity.Asked < seen + 2 && DateTime.UtcNow < deadline)
                await Task.Delay(10, TestContext.Current.CancellationToken);
            Assert.True(identity.Asked >= seen + 2);
        }
    }

    [Fact]
    public async Task SE6_what_was_chosen_lower_holds_for_who_is_asking_already_and_the_refusal_says_when_to_come_back()
    {
        var limit = 5;
        await using var limiter = new LastMinute(() => limit, _clock);
        for (var i = 0; i < 5; i++)
        {
            Assert.True(limiter.AttemptAcquire().IsAcquired);
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        limit = 2;
        using var refused = limiter.AttemptAcquire();
        Assert.True(refused.TryGetMetadata(System.Threading.RateLimiting.MetadataName.RetryAfter, out var wait));
        // Those of 0, 10, 20 and 30 s must have gone; it is 50 s.
        Assert.Equal(TimeSpan.FromSeconds(40), wait);
        _clock.Advance(wait);
        Assert.True(limiter.AttemptAcquire().IsAcquired);
    }

    Task<TestGateway> StartAsync(params string[] settings) => TestGateway.StartAsync(_clock,
        [("identity", [_service.Address]), ("ticketing", [_service.Address]), ("assignment", [_service.Address])], settings);

    internal static async Task<int> AcceptedOfAsync(int times, Func<Task<HttpResponseMessage>> ask)
    {
        var accepted = 0;
        for (var i = 0; i < times; i++)
        {
            using var response = await ask();
            if (response.StatusCode == HttpStatusCode.OK)
                accepted++;
            else
                Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        }

        return accepted;
    }
}
