using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Identity.Sessions;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class Keeping_a_session : IdentityTest
{
    [Fact]
    public async Task SE8_a_refresh_token_gives_the_next_pair_for_seven_days()
    {
        IdentityHost.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        var next = Ada.As((await Ada.RefreshAsync()).Expect(HttpStatusCode.OK));
        (await next.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK);
        Assert.NotEqual(Ada.RefreshToken, next.RefreshToken);

        IdentityHost.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        (await next.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
    }

    [Fact]
    public async Task SE4_a_session_ends_after_thirty_days_however_often_it_is_refreshed()
    {
        var kept = Ada;
        for (var week = 0; week < 4; week++)
        {
            IdentityHost.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromHours(1));
            kept = kept.As((await kept.RefreshAsync()).Expect(HttpStatusCode.OK));
        }

        IdentityHost.Clock.Advance(TimeSpan.FromDays(3));
        (await kept.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
    }

    [Fact]
    public async Task F22_a_used_token_that_comes_back_ends_the_whole_session_and_no_other()
    {
        var other = await IdentityHost.SignInAsync(IdentityHost.AdminEmail);
        var second = Ada.As((await Ada.RefreshAsync()).Expect(HttpStatusCode.OK));
        var third = second.As((await second.RefreshAsync()).Expect(HttpStatusCode.OK));

        (await Ada.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
        (await third.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
        (await third.GetAsync("/api/accounts/me")).Refused(HttpStatusCode.Unauthorized, "session-ended");
        (await other.RefreshAsync()).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task F22_many_refreshes_of_one_browser_at_once_get_one_and_the_same_next_token()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Ada.RefreshAsync()));
        var next = Assert.Single(answers.Select(x => x.Expect(HttpStatusCode.OK)["refreshToken"]).Distinct());
        foreach (var answer in answers)
            (await Ada.As(answer).GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK);
        Assert.Equal(2, await IdentityHost.ReadAsync(db => db.RefreshTokens.CountAsync()));
        (await Ada.RefreshAsync(next)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task F22_an_answer_that_was_lost_can_be_had_again_for_half_a_minute()
    {
        IdentityHost.Clock.Stop();
        var lost = (await Ada.RefreshAsync()).Expect(HttpStatusCode.OK);
        IdentityHost.Clock.Advance(TimeSpan.FromSeconds(25));
        Assert.Equal(lost["refreshToken"], (await Ada.RefreshAsync()).Expect(HttpStatusCode.OK)["refreshToken"]);
        IdentityHost.Clock.Advance(TimeSpan.FromSeconds(10));
        (await Ada.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
        (await Ada.RefreshAsync(lost["refreshToken"])).Refused(HttpStatusCode.Unauthorized, "session-ended");
    }

    [Fact]
    public async Task F22_whoever_used_a_copy_within_that_time_is_found_out_at_the_next_refresh()
    {
        var thief = Ada.As((await Ada.RefreshAsync()).Expect(HttpStatusCode.OK));
        var owner = Ada.As((await Ada.RefreshAsync()).Expect(HttpStatusCode.OK));
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(50));
        thief = thief.As((await thief.RefreshAsync()).Expect(HttpStatusCode.OK));
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(1));
        (await owner.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
        (await thief.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
    }

    [Fact]
    public async Task F22_after_a_sign_out_nothing_can_be_had_again()
    {
        var next = Ada.As((await Ada.RefreshAsync()).Expect(HttpStatusCode.OK));
        (await next.DeleteAsync("/api/sessions/current")).Expect(HttpStatusCode.NoContent);
        (await Ada.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
    }

    [Fact]
    public async Task SE8_the_database_alone_cannot_tell_the_next_token()
    {
        var next = (await Ada.RefreshAsync()).Expect(HttpStatusCode.OK)["refreshToken"];
        var kept = Assert.Single(await IdentityHost.ReadAsync(db => db.RefreshTokens.Where(
            x => x.Successor != null).Select(x => x.Successor!).ToListAsync()));
        Assert.DoesNotContain(next, kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F22_signing_out_ends_it()
    {
        var next = Ada.As((await Ada.RefreshAsync()).Expect(HttpStatusCode.OK));
        (await next.DeleteAsync("/api/sessions/current")).Expect(HttpStatusCode.NoContent);
        (await next.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
        (await next.GetAsync("/api/accounts/me")).Refused(HttpStatusCode.Unauthorized, "session-ended");
        (await next.DeleteAsync("/api/sessions/current")).Expect(HttpStatusCode.NoContent);
        (await IdentityHost.Anonymous().DeleteAsync("/api/sessions/current")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task F22_a_suspension_ends_it_for_good()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        (await Ada.PutAsync($"/api/accounts/{bruno.Account}/suspension")).Expect(HttpStatusCode.NoContent);
        (await bruno.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
        (await bruno.GetAsync("/api/accounts/me")).Refused(HttpStatusCode.Unauthorized, "session-ended");

        (await Ada.DeleteAsync($"/api/accounts/{bruno.Account}/suspension")).Expect(HttpStatusCode.NoContent);
        (await bruno.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
        await IdentityHost.SignInAsync("Bruno@example.org");
    }

    [Fact]
    public async Task A_refresh_brings_the_roles_that_the_account_has_now()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        (await bruno.GetAsync("/api/accounts")).Expect(HttpStatusCode.Forbidden);
        (await Ada.ChangeAsync(bruno.Account, roles: [AccountRoles.Agent, AccountRoles.Admin])).Expect(HttpStatusCode.OK);
        (await bruno.As((await bruno.RefreshAsync()).Expect(HttpStatusCode.OK)).GetAsync("/api/accounts")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task SE8_the_database_knows_only_hashes_of_tokens_of_256_bits()
    {
        Assert.Equal(43, Ada.RefreshToken.Length);
        var hash = await IdentityHost.ReadAsync(db => db.RefreshTokens.Select(x => x.Hash).SingleAsync());
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Ada.RefreshToken)), hash);
    }

    [Theory]
    [InlineData("""{"refreshToken":"made-up"}""", 401)]
    [InlineData("""{"refreshToken":""}""", 400)]
    [InlineData("""{"refreshToken":null}""", 400)]
    [InlineData("""{}""", 400)]
    public async Task F17_a_token_that_is_none_is_refused(string body, int status) =>
        (await IdentityHost.Anonymous().PostAsync("/api/sessions/refresh", body)).Expect((HttpStatusCode)status);

    [Fact]
    public async Task F17_a_token_that_is_too_long_is_refused() => (await Ada.RefreshAsync(new string('a', 101))).Invalid("refreshToken");

    [Fact]
    public async Task What_has_expired_is_deleted_and_nothing_else()
    {
        var kept = await IdentityHost.SignInAsync(IdentityHost.AdminEmail);
        IdentityHost.Clock.Advance(TimeSpan.FromDays(4));
        kept = kept.As((await kept.RefreshAsync()).Expect(HttpStatusCode.OK));
        IdentityHost.Clock.Advance(TimeSpan.FromDays(4));

        Assert.Equal(1, await IdentityHost.ReadAsync(db => ExpiredRows.DeleteSessionsAsync(db, IdentityHost.Clock.GetUtcNow(), Stop)));
        Assert.Equal(2, await IdentityHost.ReadAsync(db => db.RefreshTokens.CountAsync()));
        (await kept.RefreshAsync()).Expect(HttpStatusCode.OK);
    }
}
