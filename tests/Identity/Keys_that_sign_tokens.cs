using System.Globalization;
using System.Net;
using System.Text.Json;
using Helpdesk.Fixtures;
using Helpdesk.Identity.Tokens;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Helpdesk.Identity.Tests;

/// <summary>In installations of their own: what is left of one is not as on the first day.</summary>
public sealed class Keys_that_sign_tokens : IAsyncLifetime
{
    static readonly TimeSpan Rotation = TimeSpan.FromDays(90), Announced = TimeSpan.FromHours(2);

    IdentityHost _identity = null!;
    Client _ada = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _identity = await IdentityHost.StartAsync();
        _ada = await _identity.SetUpAsync();
    }

    public ValueTask DisposeAsync() => _identity.DisposeAsync();

    [Fact]
    public async Task F2_are_published_without_what_signs_and_may_be_kept_for_a_while()
    {
        using var http = _identity.CreateClient();
        using var answer = await http.GetAsync("/.well-known/jwks.json", Stop);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.True(answer.Headers.CacheControl is { Public: true, MaxAge.TotalMinutes: > 0 and <= 60 });
        var published = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Stop));
        var key = Assert.Single(published.GetProperty("keys").EnumerateArray());
        Assert.Equal(
            ["alg", "crv", "kid", "kty", "use", "x", "y"], key.EnumerateObject().Select(x => x.Name).Order(StringComparer.Ordinal));
        Assert.Equal(("EC", "P-256", "ES256", "sig"), (Text("kty"), Text("crv"), Text("alg"), Text("use")));

        string Text(string name) => key.GetProperty(name).GetString()!;
    }

    [Fact]
    public async Task SE8_make_tokens_that_say_what_services_need_and_no_more()
    {
        var token = new JsonWebToken(_ada.AccessToken);
        var now = _identity.Clock.GetUtcNow();
        Assert.Equal(("ES256", "at+jwt", (await KeysAsync()).Single()), (token.Alg, token.Typ, token.Kid));
        using var payload = JsonDocument.Parse(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(token.EncodedPayload));
        Assert.Equal(["aud", "auth_time", "email", "exp", "iat", "iss", "issued_at", "lang", "name", "role", "sid", "sub"],
            payload.RootElement.EnumerateObject().Select(x => x.Name).Order(StringComparer.Ordinal));
        Assert.Equal(("helpdesk-identity", "helpdesk", $"{_ada.Account}"), (token.Issuer, token.Audiences.Single(), token.Subject));
        Assert.Equal(3600, Number("exp") - Number("iat"));
        Assert.InRange(Number("auth_time"), now.ToUnixTimeSeconds() - 120, now.ToUnixTimeSeconds());
        var issued = payload.RootElement.GetProperty("issued_at").GetString();
        Assert.Equal(Number("iat"), DateTimeOffset.ParseExact(issued!, "O", CultureInfo.InvariantCulture).ToUnixTimeSeconds());

        long Number(string name) => payload.RootElement.GetProperty(name).GetInt64();
    }

    [Fact]
    public async Task F2_open_to_nobody_who_has_a_copy_of_the_database_alone()
    {
        var key = await _identity.ReadAsync(db => db.SigningKeys.SingleAsync());
        Assert.NotNull(key.Open(_identity.Protector));
        Assert.Null(key.Open(new ValueProtector(new EphemeralDataProtectionProvider(), _identity.Clock)));
    }

    [Fact]
    public async Task Are_known_to_a_service_that_starts_while_Identity_is_down_when_it_knew_them_before()
    {
        var database = await TestServers.CreateDatabaseAsync();
        await using (var before = await _identity.StartOtherAsync(database))
            (await before.AskAsync(_ada)).Expect(HttpStatusCode.OK);
        await using var again = await _identity.StartOtherAsync(database, alone: true);
        (await again.AskAsync(_ada, "/admin")).Expect(HttpStatusCode.OK);
        (await again.AskAsync(_ada.WithToken(_ada.AccessToken + "A"))).Refused(HttpStatusCode.Unauthorized, "not-signed-in");

        await using var never = await _identity.StartOtherAsync(alone: true);
        (await never.AskAsync(_ada)).Refused(HttpStatusCode.ServiceUnavailable, "unavailable");
    }

    [Fact]
    public async Task Of_two_replicas_that_start_at_the_same_moment_there_is_one()
    {
        await _identity.ReadAsync(db => db.SigningKeys.ExecuteDeleteAsync(Stop));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var scope = _identity.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SigningKeyRotation>().RotateAsync(Stop);
        }));
        Assert.Equal(1, await _identity.ReadAsync(db => db.SigningKeys.CountAsync()));
    }

    [Fact]
    public async Task Are_followed_by_one_that_is_published_before_it_signs_and_stay_until_their_last_token_has_ended()
    {
        _identity.Clock.Stop();
        await using var other = await _identity.StartOtherAsync();
        var first = new JsonWebToken(_ada.AccessToken).Kid;
        Assert.Equal([first], await KeysAsync());

        _identity.Clock.Advance(Rotation - Announced);
        await RefreshAsync();
        var second = Assert.Single(await KeysAsync(), x => x != first);
        Assert.Equal([first, second], await KeysAsync());
        Assert.Equal(first, (await SignInAsync()).Kid);

        _identity.Clock.Advance(Announced - TimeSpan.FromSeconds(5));
        var last = await _identity.SignInAsync(IdentityHost.AdminEmail);
        Assert.Equal(first, new JsonWebToken(last.AccessToken).Kid);
        _identity.Clock.Advance(TimeSpan.FromSeconds(5));
        var next = await _identity.SignInAsync(IdentityHost.AdminEmail);
        Assert.Equal(second, new JsonWebToken(next.AccessToken).Kid);
        Assert.All([await other.AskAsync(last), await other.AskAsync(next)], x => Assert.Equal(HttpStatusCode.OK, x.Status));

        // To its last second, and at Identity too.
        _identity.Clock.Advance(TimeSpan.FromMinutes(59));
        await RefreshAsync();
        (await other.AskAsync(last)).Expect(HttpStatusCode.OK);
        (await last.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK);
        Assert.Equal([first, second], await KeysAsync());
        _identity.Clock.Advance(TimeSpan.FromMinutes(1));
        (await other.AskAsync(last)).Expect(HttpStatusCode.Unauthorized);

        _identity.Clock.Advance(TimeSpan.FromMinutes(5));
        await RefreshAsync();
        Assert.Equal([second], await KeysAsync());
        Assert.Equal([second], await _identity.ReadAsync(db => db.SigningKeys.Select(x => x.Id).ToListAsync()));
    }

    [Fact]
    public async Task F2_are_all_replaced_at_once_when_an_administrator_says_so()
    {
        await using var other = await _identity.StartOtherAsync();
        var (old, stolen) = ((await KeysAsync()).Single(), _ada);
        (await other.AskAsync(stolen)).Expect(HttpStatusCode.OK);
        // The pause after which the other service asks again.
        _identity.Clock.Advance(TimeSpan.FromSeconds(10));

        var (code, said) = await _identity.RunAsync("rotate-keys");
        Assert.True(code == 0, said);
        await RefreshAsync();
        Assert.DoesNotContain(old, await KeysAsync());
        (await stolen.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.Unauthorized);
        // Sessions go on.
        var ada = stolen.As((await stolen.RefreshAsync()).Expect(HttpStatusCode.OK));
        (await other.AskAsync(ada)).Expect(HttpStatusCode.OK);
        (await other.AskAsync(stolen)).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Sealed_with_other_keys_are_replaced_by_one_that_signs()
    {
        await _identity.ReadAsync(db => db.SigningKeys.ExecuteUpdateAsync(
            x => x.SetProperty(y => y.ProtectedPrivateKey, "unreadable").SetProperty(y => y.PublicKey, y => y.PublicKey + " "), Stop));
        await RefreshAsync();
        var ada = await _identity.SignInAsync(IdentityHost.AdminEmail);
        (await ada.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK);
        Assert.Equal(2, (await KeysAsync()).Count);
    }

    async Task<JsonWebToken> SignInAsync() => new((await _identity.SignInAsync(IdentityHost.AdminEmail)).AccessToken);

    Task RefreshAsync() => _identity.Services.GetRequiredService<SigningKeyRotationService>().RefreshAsync(Stop);

    async Task<IReadOnlyList<string>> KeysAsync()
    {
        var published = await _identity.Anonymous().GetAsync("/.well-known/jwks.json");
        return [.. published.Json.GetProperty("keys").EnumerateArray().Select(x => x.GetProperty("kid").GetString()!)];
    }
}
