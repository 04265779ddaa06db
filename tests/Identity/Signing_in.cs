using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class Signing_in : IdentityTest
{
    [Fact]
    public async Task SE8_gives_an_access_token_for_an_hour()
    {
        var answer = (await IdentityHost.Anonymous().PostAsync(
            "/api/sessions", new { email = " ADA@example.ORG ", password = IdentityHost.Password })).Expect(HttpStatusCode.OK);
        Assert.Equal(3600, answer.Json.GetProperty("expiresIn").GetInt32());
        Assert.False(answer.Json.GetProperty("account").GetProperty("mustChangePassword").GetBoolean());

        var ada = IdentityHost.Anonymous().As(answer);
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(59));
        (await ada.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK);
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(2));
        (await ada.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task AD9_is_remembered()
    {
        Assert.Null(await LastSignIn());
        await IdentityHost.SignInAsync(IdentityHost.AdminEmail);
        Assert.InRange((await LastSignIn())!.Value, IdentityHost.Clock.GetUtcNow().AddMinutes(-1), IdentityHost.Clock.GetUtcNow());

        Task<DateTimeOffset?> LastSignIn() => IdentityHost.ReadAsync(db => db.Users.Select(x => x.LastSignInAt).SingleAsync());
    }

    [Fact]
    public async Task F40_the_role_is_the_accounts_whatever_the_request_says()
    {
        await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        var answer = (await IdentityHost.Anonymous().PostAsync(
            "/api/sessions?role=Admin",
            new { email = "Bruno@example.org", password = IdentityHost.Password, role = "Admin", roles = new[] { "Admin" } }))
            .Expect(HttpStatusCode.OK);
        Assert.Equal("Agent", Assert.Single(answer.Json.GetProperty("account").GetProperty("roles").EnumerateArray()).GetString());
        var bruno = IdentityHost.Anonymous().As(answer);
        (await bruno.GetAsync("/api/accounts?role=Admin")).Refused(HttpStatusCode.Forbidden, "not-allowed");
        (await bruno.PostAsync("/api/sessions/admin", new { email = "Bruno@example.org", password = IdentityHost.Password }))
            .Expect(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task F17_an_unknown_account_is_answered_like_a_wrong_password_with_as_much_work()
    {
        var wrong = (await SignIn(IdentityHost.AdminEmail, "wrong-password-here")).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        var (checks, decoys) = (IdentityHost.Hasher.Checks, IdentityHost.Hasher.Decoys);
        var unknown = (await SignIn("nobody@example.org", "wrong-password-here")).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");

        Assert.Equal(WithoutTrace(wrong), WithoutTrace(unknown));
        Assert.Equal((checks, decoys + 1), (IdentityHost.Hasher.Checks, IdentityHost.Hasher.Decoys));
    }

    [Fact]
    public async Task F17_five_wrong_passwords_lock_strangers_out_for_a_quarter_of_an_hour_even_with_the_right_one()
    {
        for (var i = 0; i < 5; i++)
            await SignIn(IdentityHost.AdminEmail, $"wrong-password-{i}");

        var locked = (await SignIn(IdentityHost.AdminEmail, IdentityHost.Password)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        Assert.Equal(WithoutTrace(await SignIn("nobody@example.org", "x")), WithoutTrace(locked));
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(14));
        (await SignIn(IdentityHost.AdminEmail, IdentityHost.Password)).Expect(HttpStatusCode.Unauthorized);
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(2));
        (await SignIn(IdentityHost.AdminEmail, IdentityHost.Password)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task F17_four_wrong_ones_are_forgotten_after_the_right_one()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++)
                (await SignIn(IdentityHost.AdminEmail, $"wrong-password-{i}")).Expect(HttpStatusCode.Unauthorized);
            (await SignIn(IdentityHost.AdminEmail, IdentityHost.Password)).Expect(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task F21_of_thirty_guesses_at_once_five_are_checked()
    {
        var before = IdentityHost.Hasher.Checks;
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => SignIn(IdentityHost.AdminEmail, $"wrong-password-{i}")));
        Assert.All(answers, x => x.Refused(HttpStatusCode.Unauthorized, "sign-in-refused"));
        Assert.Equal(5, IdentityHost.Hasher.Checks - before);
    }

    [Fact]
    public async Task A_suspended_account_is_told_so_only_with_the_right_password()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        (await Ada.PutAsync($"/api/accounts/{bruno.Account}/suspension")).Expect(HttpStatusCode.NoContent);
        (await SignIn("Bruno@example.org", IdentityHost.Password)).Refused(HttpStatusCode.Forbidden, "account-suspended");
        (await SignIn("Bruno@example.org", "wrong-password-here")).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
    }

    [Theory]
    [InlineData("""{"email":"ada@example.org"}""")]
    [InlineData("""{"password":"quiet-harbour-19-lamps"}""")]
    [InlineData("""{"email":null,"password":null}""")]
    [InlineData("""{"email":"","password":""}""")]
    [InlineData("""{"email":["a"],"password":{}}""")]
    [InlineData("""{"email":"a\u0000b@example.org","password":"quiet-harbour-19-lamps"}""")]
    [InlineData("""{"email":"\ud800@example.org","password":"quiet-harbour-19-lamps"}""")]
    [InlineData("""[]""")]
    [InlineData("""{""")]
    [InlineData("")]
    public async Task F17_what_is_missing_or_malformed_is_refused(string body) =>
        (await IdentityHost.Anonymous().PostAsync("/api/sessions", body)).Expect(HttpStatusCode.BadRequest);

    [Fact]
    public async Task F17_what_is_too_long_is_refused()
    {
        (await SignIn(new string('a', 121), "x")).Invalid("email");
        (await SignIn(IdentityHost.AdminEmail, new string('a', 129))).Invalid("password");
    }

    [Fact]
    public async Task SE3_passwords_are_kept_as_slow_hashes()
    {
        await using var real = await IdentityHost.StartAsync(hashIterations: null);
        await real.SetUpAsync();
        var hash = Convert.FromBase64String(await real.ReadAsync(db => db.Users.Select(x => x.PasswordHash!).SingleAsync()));
        // Version 3 of the format: the function (2 = HMAC-SHA512), then the iterations.
        Assert.Equal((1, 2u, 210_000u), (hash[0], Number(hash, 1), Number(hash, 5)));

        static uint Number(byte[] bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
    }

    Task<Answer> SignIn(string email, string password) => IdentityHost.Anonymous().PostAsync("/api/sessions", new { email, password });

    static string WithoutTrace(Answer answer) =>
        string.Join('\n', answer.Json.EnumerateObject().Where(x => x.Name != "traceId").Select(x => x.ToString()));
}
