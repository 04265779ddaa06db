using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Sessions;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class Devices_that_an_account_knows : IdentityTest
{
    const string Next = "eleven-blue-kettles";

    [Fact]
    public async Task F17_are_not_locked_out_by_strangers_who_guess()
    {
        await GuessAsync(5);
        (await SignIn(IdentityHost.Password)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        (await SignIn(IdentityHost.Password, Ada.DeviceToken)).Expect(HttpStatusCode.OK);
        // The owner's own sign-in does not give the strangers new guesses.
        var checks = IdentityHost.Hasher.Checks;
        await GuessAsync(5);
        Assert.Equal(checks, IdentityHost.Hasher.Checks);
    }

    [Fact]
    public async Task F35_may_guess_no_more_often_than_strangers_and_lock_nobody_else_out()
    {
        await GuessAsync(5, Ada.DeviceToken);
        (await SignIn(IdentityHost.Password, Ada.DeviceToken)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        (await SignIn(IdentityHost.Password)).Expect(HttpStatusCode.OK);
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(16));
        (await SignIn(IdentityHost.Password, Ada.DeviceToken)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task F21_of_thirty_guesses_at_once_from_one_five_are_checked()
    {
        var before = IdentityHost.Hasher.Checks;
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => SignIn($"wrong-password-{i}", Ada.DeviceToken)));
        Assert.Equal(5, IdentityHost.Hasher.Checks - before);
    }

    [Fact]
    public async Task Are_known_from_every_way_in_and_after_the_sign_out()
    {
        var signedIn = await IdentityHost.SignInAsync(IdentityHost.AdminEmail);
        var refreshed = signedIn.As((await signedIn.RefreshAsync()).Expect(HttpStatusCode.OK));
        (await refreshed.DeleteAsync("/api/sessions/current")).Expect(HttpStatusCode.NoContent);
        await GuessAsync(5);
        foreach (var deviceToken in (string[])[Ada.DeviceToken, signedIn.DeviceToken, refreshed.DeviceToken])
            (await SignIn(IdentityHost.Password, deviceToken)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task F17_another_password_makes_strangers_of_all_that_have_not_come_in_with_it()
    {
        (await Ada.PutAsync("/api/accounts/me/password", new { current = IdentityHost.Password, @new = Next }))
            .Expect(HttpStatusCode.NoContent);
        var refreshed = Ada.As((await Ada.RefreshAsync()).Expect(HttpStatusCode.OK));
        await GuessAsync(5);
        (await SignIn(Next, Ada.DeviceToken)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        (await SignIn(Next, refreshed.DeviceToken)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task F17_of_one_account_are_strangers_to_another()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        await GuessAsync(5, bruno.DeviceToken);
        (await SignIn(IdentityHost.Password, bruno.DeviceToken)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        (await SignIn(IdentityHost.Password, Ada.DeviceToken)).Expect(HttpStatusCode.OK);
        (await IdentityHost.Anonymous().PostAsync(
            "/api/sessions", new { email = "Bruno@example.org", password = IdentityHost.Password, deviceToken = bruno.DeviceToken }))
            .Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("made-up")]
    [InlineData("")]
    public async Task F17_a_token_that_is_none_is_no_hindrance_and_no_help(string deviceToken)
    {
        (await SignIn(IdentityHost.Password, deviceToken)).Expect(HttpStatusCode.OK);
        await GuessAsync(5);
        (await SignIn(IdentityHost.Password, deviceToken)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
    }

    [Fact]
    public async Task F17_a_token_that_is_too_long_is_refused() =>
        (await SignIn(IdentityHost.Password, new string('a', SessionLimits.DeviceToken + 1))).Invalid("deviceToken");

    [Fact]
    public async Task Are_forgotten_after_half_a_year()
    {
        IdentityHost.Clock.Advance(TimeSpan.FromDays(181));
        await GuessAsync(5);
        (await SignIn(IdentityHost.Password, Ada.DeviceToken)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
    }

    [Fact]
    public async Task SE9_wrong_codes_of_strangers_do_not_lock_them_out_either()
    {
        var (phone, _) = await TestAuthenticator.EnrolAsync(IdentityHost, Ada);
        var ticket = (await SignIn(IdentityHost.Password)).Refused(
            HttpStatusCode.Unauthorized, "two-factor-required")["ticket"];
        for (var i = 0; i < 5; i++)
            (await Give(ticket, "000000")).Refused(HttpStatusCode.Unauthorized, "code-refused");
        (await Give(ticket, phone.Code())).Refused(HttpStatusCode.Unauthorized, "code-refused");

        ticket = (await SignIn(IdentityHost.Password, Ada.DeviceToken))
            .Refused(HttpStatusCode.Unauthorized, "two-factor-required")["ticket"];
        (await Give(ticket, phone.Code())).Expect(HttpStatusCode.OK);
        Assert.Equal(
            0,
            await IdentityHost.ReadAsync(db => db.Users.Where(x => x.Id == Ada.Account).Select(
                x => x.KnownDeviceFailedCount).SingleAsync()));

        Task<Answer> Give(string ticket, string code) =>
            IdentityHost.Anonymous().PostAsync("/api/sessions/second-factor", new { ticket, code });
    }

    [Fact]
    public async Task AG9_strangers_who_guess_do_not_keep_the_owner_from_changing_their_password()
    {
        await GuessAsync(5);
        (await Ada.PutAsync("/api/accounts/me/password", new { current = IdentityHost.Password, @new = Next }))
            .Expect(HttpStatusCode.NoContent);
    }

    async Task GuessAsync(int times, string? deviceToken = null)
    {
        for (var i = 0; i < times; i++)
            (await SignIn($"wrong-password-{i}", deviceToken)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
    }

    Task<Answer> SignIn(string password, string? deviceToken = null) =>
        IdentityHost.Anonymous().PostAsync("/api/sessions", new { email = IdentityHost.AdminEmail, password, deviceToken });
}
