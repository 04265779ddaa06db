using System.Net;
using Helpdesk.Fixtures;
using Helpdesk.Identity.Passwords;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class Devices_that_an_account_knows : Situation
{
    const string Next = "eleven-blue-kettles";

    [Fact]
    public async Task F17_are_not_locked_out_by_strangers_who_guess()
    {
        await GuessAsync(5);
        (await SignIn(Helpdesk.Password)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        (await SignIn(Helpdesk.Password, Ada.Device)).Expect(HttpStatusCode.OK);
        // His own sign-in does not give the strangers new guesses.
        var checks = Helpdesk.Hasher.Checks;
        await GuessAsync(5);
        Assert.Equal(checks, Helpdesk.Hasher.Checks);
    }

    [Fact]
    public async Task F35_may_guess_no_more_often_than_strangers_and_lock_nobody_else_out()
    {
        await GuessAsync(5, Ada.Device);
        (await SignIn(Helpdesk.Password, Ada.Device)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        (await SignIn(Helpdesk.Password)).Expect(HttpStatusCode.OK);
        Helpdesk.Clock.Advance(TimeSpan.FromMinutes(16));
        (await SignIn(Helpdesk.Password, Ada.Device)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task F21_of_thirty_guesses_at_once_from_one_five_are_checked()
    {
        var before = Helpdesk.Hasher.Checks;
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => SignIn($"wrong-password-{i}", Ada.Device)));
        Assert.Equal(5, Helpdesk.Hasher.Checks - before);
    }

    [Fact]
    public async Task Are_known_from_every_way_in_and_after_the_sign_out()
    {
        var signedIn = await Helpdesk.SignInAsync(Helpdesk.AdminEmail);
        var refreshed = signedIn.As((await signedIn.RefreshAsync()).Expect(HttpStatusCode.OK));
        (await refreshed.DeleteAsync("/api/sessions/current")).Expect(HttpStatusCode.NoContent);
        await GuessAsync(5);
        foreach (var device in (string[])[Ada.Device, signedIn.Device, refreshed.Device])
            (await SignIn(Helpdesk.Password, device)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task F17_another_password_makes_strangers_of_all_that_have_not_come_in_with_it()
    {
        (await Ada.PutAsync("/api/accounts/me/password", new { current = Helpdesk.Password, @new = Next })).Expect(HttpStatusCode.NoContent);
        var refreshed = Ada.As((await Ada.RefreshAsync()).Expect(HttpStatusCode.OK));
        await GuessAsync(5);
        (await SignIn(Next, Ada.Device)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        (await SignIn(Next, refreshed.Device)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task F17_of_one_account_are_strangers_to_another()
    {
        var bruno = await Helpdesk.MemberAsync(Ada, "Bruno", Roles.Agent);
        await GuessAsync(5, bruno.Device);
        (await SignIn(Helpdesk.Password, bruno.Device)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        (await SignIn(Helpdesk.Password, Ada.Device)).Expect(HttpStatusCode.OK);
        (await Helpdesk.Anonymous().PostAsync("/api/sessions", new { email = "Bruno@example.org", password = Helpdesk.Password, device = bruno.Device })).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("made-up")]
    [InlineData("")]
    public async Task F17_a_mark_that_is_none_is_no_hindrance_and_no_help(string device)
    {
        (await SignIn(Helpdesk.Password, device)).Expect(HttpStatusCode.OK);
        await GuessAsync(5);
        (await SignIn(Helpdesk.Password, device)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
    }

    [Fact]
    public async Task F17_a_mark_that_is_too_long_is_refused() => (await SignIn(Helpdesk.Password, new string('a', DeviceToken.MaxLength + 1))).Invalid("device");

    [Fact]
    public async Task Are_forgotten_after_half_a_year()
    {
        Helpdesk.Clock.Advance(TimeSpan.FromDays(181));
        await GuessAsync(5);
        (await SignIn(Helpdesk.Password, Ada.Device)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
    }

    [Fact]
    public async Task SE9_wrong_codes_of_strangers_do_not_lock_them_out_either()
    {
        var (phone, _) = await Phone.EnrolAsync(Helpdesk, Ada);
        var ticket = (await SignIn(Helpdesk.Password)).Refused(HttpStatusCode.Unauthorized, "two-factor-required")["ticket"];
        for (var i = 0; i < 5; i++)
            (await Give(ticket, "000000")).Refused(HttpStatusCode.Unauthorized, "code-refused");
        (await Give(ticket, phone.Code())).Refused(HttpStatusCode.Unauthorized, "code-refused");

        ticket = (await SignIn(Helpdesk.Password, Ada.Device)).Refused(HttpStatusCode.Unauthorized, "two-factor-required")["ticket"];
        (await Give(ticket, phone.Code())).Expect(HttpStatusCode.OK);
        Assert.Equal(0, await Helpdesk.ReadAsync(db => db.Users.Where(x => x.Id == Ada.Account).Select(x => x.KnownDeviceFailedCount).SingleAsync()));

        Task<Answer> Give(string ticket, string code) => Helpdesk.Anonymous().PostAsync("/api/sessions/second-factor", new { ticket, code });
    }

    [Fact]
    public async Task AG9_strangers_who_guess_do_not_keep_the_owner_from_changing_his_password()
    {
        await GuessAsync(5);
        (await Ada.PutAsync("/api/accounts/me/password", new { current = Helpdesk.Password, @new = Next })).Expect(HttpStatusCode.NoContent);
    }

    async Task GuessAsync(int times, string? device = null)
    {
        for (var i = 0; i < times; i++)
            (await SignIn($"wrong-password-{i}", device)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
    }

    Task<Answer> SignIn(string password, string? device = null) => Helpdesk.Anonymous().PostAsync("/api/sessions", new { email = Helpdesk.AdminEmail, password, device });
}
