using System.Net;
using System.Text.Json;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.Tests;

/// <summary>Identity signed them, but they count no more, or not yet.</summary>
public sealed class Tokens_out_of_their_time : TokenTest
{
    [Fact]
    public async Task SE8_are_refused_from_the_second_on_in_which_they_end()
    {
        var token = Issue();
        Clock.Now += Hour - TimeSpan.FromSeconds(1);
        await IsAsync(HttpStatusCode.OK, token);
        Clock.Now += TimeSpan.FromSeconds(1);
        await IsRefusedAsync(token);
        Clock.Now += TimeSpan.FromSeconds(1);
        await IsRefusedAsync(token);
    }

    [Fact]
    public async Task SE8_are_refused_before_the_second_from_which_they_count()
    {
        var token = Issue(x => x.NotBefore = Clock.Now.UtcDateTime.AddSeconds(1));
        await IsRefusedAsync(token);
        Clock.Now += TimeSpan.FromSeconds(1);
        await IsAsync(HttpStatusCode.OK, token);
    }

    [Fact]
    public Task SE8_are_refused_when_they_have_no_end() => IsRefusedAsync(Issue(x => x.Expires = null));

    [Fact]
    public async Task F22_are_refused_when_they_were_issued_a_tick_before_a_revocation_and_not_at_its_moment()
    {
        Clock.Now += TimeSpan.FromTicks(4_567_890);
        var (before, now) = (Issue(), Clock.Now + TimeSpan.FromTicks(1));
        Host.Services.GetRequiredService<RevokedTokens>().Revoke(Account, Guid.Empty, now, now + Hour);
        await IsAsync(HttpStatusCode.Unauthorized, before);
        Clock.Now = now;
        await IsAsync(HttpStatusCode.OK, Issue());

        var session = Issue();
        Clock.Now += TimeSpan.FromTicks(1);
        Host.Services.GetRequiredService<RevokedTokens>().Revoke(Account, Session, Clock.Now, now + Hour);
        await IsAsync(HttpStatusCode.Unauthorized, session);
        await IsAsync(HttpStatusCode.OK, Issue());
    }

    [Fact]
    public async Task F22_say_that_the_session_has_ended_when_they_were_revoked_and_nothing_of_the_reason_otherwise()
    {
        var token = Issue();
        Assert.Equal("not-signed-in", await ProblemAsync(token + "A"));
        Clock.Now += TimeSpan.FromMinutes(1);
        Host.Services.GetRequiredService<RevokedTokens>().Revoke(Account, Guid.Empty, Clock.Now, Clock.Now + Hour);
        Assert.Equal("session-ended", await ProblemAsync(token));
        Clock.Now += Hour;
        Assert.Equal("not-signed-in", await ProblemAsync(token));
    }

    async Task<string> ProblemAsync(string token)
    {
        using var client = Host.Client;
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var answer = await client.GetAsync("/staff", TestContext.Current.CancellationToken);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return problem.GetProperty("type").GetString()!.Split(':')[^1];
    }
}
