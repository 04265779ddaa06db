using System.Net;
using System.Security.Claims;
using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Builder;

namespace Helpdesk.ServiceDefaults.Tests;

/// <summary>A host that fetches them over HTTP and keeps them in a folder of its own.</summary>
public sealed class Keys_that_Identity_publishes : IAsyncLifetime
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    readonly StoppedClock _clock = new();
    readonly KeyFolder _folder = new();
    readonly TestIssuer _first = new(), _second = new();
    readonly List<TestHost> _hosts = [];
    KeyServer _identity = null!;

    public async ValueTask InitializeAsync() => _identity = await KeyServer.StartAsync(_first.Jwks);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        await _identity.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Are_known_to_a_host_that_just_started()
    {
        var host = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(By(_first)));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.AskAsync(By(_second)));
    }

    [Fact]
    public async Task Are_kept_for_a_host_that_starts_while_Identity_is_down()
    {
        var before = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, await before.AskAsync(By(_first)));
        await Eventually.HoldsAsync(() => File.Exists(KeptFile));
        await _identity.DisposeAsync();

        var host = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(By(_first)));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.AskAsync(By(_second)));
    }

    [Fact]
    public async Task Are_in_a_folder_that_no_other_user_may_enter()
    {
        if (OperatingSystem.IsWindows())
            return;
        await StartAsync();
        await Eventually.HoldsAsync(() => File.Exists(KeptFile));
        var mode = File.GetUnixFileMode(Path.GetDirectoryName(KeptFile)!);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, mode);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(KeptFile)!));
    }

    [Fact]
    public async Task Are_fetched_again_for_a_key_that_is_not_known_and_the_first_token_is_accepted()
    {
        var host = await StartKnowingAsync();
        _identity.Answer = TestIssuer.Publish(_first, _second);
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(By(_second)));
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(By(_first)));
    }

    [Fact]
    public async Task Are_believed_no_longer_than_Identity_publishes_them()
    {
        var host = await StartKnowingAsync();
        _identity.Answer = _second.Jwks;
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(By(_first)));
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(By(_second)));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.AskAsync(By(_first)));
    }

    [Fact]
    public async Task Are_fetched_once_in_ten_seconds_whatever_flood_of_unknown_ones_comes()
    {
        var host = await StartKnowingAsync();
        var asked = _identity.Asked;
        for (var round = 1; round <= 3; round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => host.AskAsync(By(new TestIssuer()))));
            Assert.All(answers, x => Assert.Equal(HttpStatusCode.Unauthorized, x));
            Assert.Equal(asked + round, _identity.Asked);
            _clock.Now += Pause - TimeSpan.FromMilliseconds(1);
            await host.AskAsync(By(new TestIssuer()));
            Assert.Equal(asked + round, _identity.Asked);
            _clock.Now += TimeSpan.FromMilliseconds(1);
        }

        // The flood keeps nobody out.
        _identity.Answer = TestIssuer.Publish(_first, _second);
        Assert.Equal(HttpStatusCode.Unauthorized, await host.AskAsync("a.b.c"));
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(By(_second)));
    }

    [Fact]
    public async Task Are_fetched_once_for_many_who_come_at_the_same_moment_and_all_of_them_are_accepted()
    {
        var host = await StartKnowingAsync();
        var (asked, gate) = (_identity.Asked, new TaskCompletionSource());
        (_identity.Gate, _identity.Answer) = (gate.Task, TestIssuer.Publish(_first, _second));
        var waiting = Enumerable.Range(0, 20).Select(_ => host.AskAsync(By(_second))).ToList();
        await Eventually.HoldsAsync(() => _identity.Asked > asked);
        // Who needs no new key waits for nobody.
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(By(_first)));
        gate.SetResult();
        Assert.All(await Task.WhenAll(waiting), x => Assert.Equal(HttpStatusCode.OK, x));
        Assert.Equal(asked + 1, _identity.Asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":null}""")]
    [InlineData("""{"keys":[null]}""")]
    [InlineData("""{"keys":{"kid":"a"}}""")]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-256","kid":"a","x":"AAAA","y":"AAAA"}]}""")]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-256","kid":"a","x":"!","y":"!"}]}""")]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-256","kid":"a"}]}""")]
    [InlineData("""{"keys":[{"kty":"oct","kid":"a","k":"c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0"}]}""")]
    [InlineData("<html><body>Out of order</body></html>")]
    [InlineData("""{"keys":[""")]
    [InlineData("huge")]
    [InlineData("500")]
    [InlineData("302")]
    public async Task Stay_when_the_answer_is_not_worth_them(string answer)
    {
        var host = await StartKnowingAsync();
        (_identity.Status, _identity.Answer) = answer switch
        {
            "huge" => (HttpStatusCode.OK, _second.Jwks + new string(' ', 100_000)),
            "500" or "302" => (Enum.Parse<HttpStatusCode>(answer), _second.Jwks),
            _ => (HttpStatusCode.OK, answer),
        };
        var asked = _identity.Asked;
        Assert.Equal(HttpStatusCode.Unauthorized, await host.AskAsync(By(_second)));
        Assert.Equal(asked + 1, _identity.Asked);
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(By(_first)));
        Assert.Equal(_first.Jwks, await File.ReadAllTextAsync(KeptFile, TestContext.Current.CancellationToken));

        (_identity.Status, _identity.Answer) = (HttpStatusCode.OK, TestIssuer.Publish(_first, _second));
        _clock.Now += Pause;
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(By(_second)));
    }

    [Fact]
    public async Task Of_kinds_that_are_not_ours_are_left_out()
    {
        const string Begin = """{"keys":[""";
        _identity.Answer = _first.Jwks.Replace(
            Begin, Begin + """{"kty":"OKP","crv":"Ed25519","kid":"new","x":"AAAA"},""", StringComparison.Ordinal);
        var host = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(By(_first)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("""{"keys":[]}""")]
    public async Task Are_fetched_when_what_was_kept_is_broken(string kept)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeptFile)!);
        await File.WriteAllTextAsync(KeptFile, kept, TestContext.Current.CancellationToken);
        var host = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(By(_first)));
    }

    [Fact]
    public async Task Are_asked_for_in_vain_where_nothing_was_kept_and_who_calls_is_told_to_come_again()
    {
        await _identity.DisposeAsync();
        var host = await StartAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.AskAsync(By(_first)));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.AskAsync(null));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.AskAsync("a.b.c"));
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(By(_first), "/anybody"));
    }

    string KeptFile => Path.Combine(_folder.Path, "token-keys", "jwks.json");

    string By(TestIssuer issuer) =>
        issuer.Issue([new(Claims.Subject, $"{Guid.CreateVersion7()}"), new(Claims.Role, AccountRoles.Agent)], TimeSpan.FromHours(1),
            _clock);

    async Task<TestHost> StartAsync()
    {
        var host = await TestHost.StartFetchingAsync(_folder, _identity.Address, TestHost.MapStaff, _clock);
        _hosts.Add(host);
        return host;
    }

    /// <summary>One that has fetched the first key, and may fetch again.</summary>
    async Task<TestHost> StartKnowingAsync()
    {
        var host = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, await host.AskAsync(By(_first)));
        await Eventually.HoldsAsync(() => File.Exists(KeptFile));
        _clock.Now += Pause;
        return host;
    }
}
