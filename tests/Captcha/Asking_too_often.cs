using System.Net;
using Helpdesk.Api;
using Helpdesk.Captcha.Challenges;
using Helpdesk.Fixtures;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Tests;

public sealed class Asking_too_often
{
    [Fact]
    public async Task SE6_one_address_is_given_only_so_many_and_told_when_to_try_again_while_others_are_served()
    {
        await using var service = await Installation.RunningAsync(("Challenges:PerAddressPerMinute", "5"));
        using var http = service.CreateClient();
        var caller = new Caller(http);
        var given = 0;
        var refused = await AskOnceAsync();
        // One more every twelve seconds, should the machine be that slow.
        for (; refused.StatusCode == HttpStatusCode.Created; refused = await AskOnceAsync())
            given++;
        Assert.InRange(given, 5, int.MaxValue);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(13));
        var problem = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(ProblemTypes.TooManyCaptchas, problem, StringComparison.Ordinal);

        (await AskAsync(service, caller, "challenges", "203.0.113.8")).Expect(HttpStatusCode.Created);
        (await AskAsync(service, caller, "proofs", "2001:db8::1")).Expect(HttpStatusCode.Created);

        async Task<HttpResponseMessage> AskOnceAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, given % 2 == 0 ? "/api/captcha/challenges" : "/api/captcha/proofs");
            foreach (var (name, value) in service.From("203.0.113.7"))
                request.Headers.Add(name, value);
            return await http.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void SE6_the_installation_sets_how_many()
    {
        using var limiter = new ChallengeRateLimiter(Options.Create(new ChallengeOptions { PerAddressPerMinute = 5 }));
        var allowed = Enumerable.Range(0, 6).Select(_ => limiter.TryAcquire(From("203.0.113.7"), out var _));
        Assert.Equal([true, true, true, true, true, false], allowed);
        Assert.True(limiter.TryAcquire(From("203.0.113.8"), out var _));

        static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
    }

    [Fact]
    public async Task F23_only_the_address_that_the_gateway_added_counts_and_an_IPv6_network_is_one()
    {
        await using var service = await Installation.RunningAsync(("Challenges:PerAddressPerMinute", "1"));
        using var http = service.CreateClient();
        var caller = new Caller(http);
        (await AskAsync(service, caller, "proofs", "2001:db8:1:2::1")).Expect(HttpStatusCode.Created);
        (await AskAsync(service, caller, "proofs", "10.0.0.1, 2001:db8:1:2:ffff::9")).Expect(HttpStatusCode.TooManyRequests);
        (await AskAsync(service, caller, "proofs", "2001:db8:1:2::1, 2001:db8:1:3::1")).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Unsolved_proofs_are_bounded_like_images()
    {
        await using var service = await Installation.RunningAsync(("Challenges:MaxOutstanding", "4"));
        service.ExpectedFaults.Add(HttpStatusCode.ServiceUnavailable);
        using var http = service.CreateClient();
        var caller = new Caller(http);
        for (var i = 0; i < 4; i++)
            (await AskAsync(service, caller, i % 2 == 0 ? "challenges" : "proofs", "203.0.113.7")).Expect(HttpStatusCode.Created);
        var refused = await AskAsync(service, caller, "proofs", "203.0.113.7");
        Assert.Equal("captcha-exhausted", refused.Expect(HttpStatusCode.ServiceUnavailable).Problem);
    }

    static Task<Answer> AskAsync(Installation service, Caller caller, string what, string address) =>
        caller.PostAsync($"/api/captcha/{what}", "", service.From(address));
}
