using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Identity.Tests;

public sealed class Tokens_that_were_revoked : IdentityTest
{
    [Fact]
    public async Task F22_of_a_suspended_account_are_refused_by_other_services_too_and_no_others()
    {
        await using var other = await IdentityHost.StartOtherAsync();
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        (await other.AskAsync(bruno)).Expect(HttpStatusCode.OK);

        (await Ada.PutAsync($"/api/accounts/{bruno.Account}/suspension")).Expect(HttpStatusCode.NoContent);
        await other.RefusesAsync(bruno);
        (await other.AskAsync(Ada, "/admin")).Expect(HttpStatusCode.OK);
        Assert.Equal("", (await other.AskAsync(bruno, "/anybody")).Expect(HttpStatusCode.OK).Text);

        var told = await IdentityHost.PublishedAsync<AccessRevoked>(x => x.AccountId == bruno.Account && x.SessionId is null);
        Assert.InRange(told.Until - told.IssuedBefore, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
    }

    [Fact]
    public async Task SE8_are_refused_by_a_service_that_was_started_again_and_those_issued_afterwards_are_not()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        var database = await TestServers.CreateDatabaseAsync();
        await using (var first = await IdentityHost.StartOtherAsync(database))
        {
            (await Ada.PutAsync($"/api/accounts/{bruno.Account}/suspension")).Expect(HttpStatusCode.NoContent);
            await first.RefusesAsync(bruno);
        }

        await using var again = await IdentityHost.StartOtherAsync(database);
        (await again.AskAsync(bruno)).Refused(HttpStatusCode.Unauthorized, "session-ended");
        (await Ada.DeleteAsync($"/api/accounts/{bruno.Account}/suspension")).Expect(HttpStatusCode.NoContent);
        (await again.AskAsync(await IdentityHost.SignInAsync("Bruno@example.org"))).Expect(HttpStatusCode.OK);
        (await again.AskAsync(bruno)).Refused(HttpStatusCode.Unauthorized, "session-ended");
    }

    [Fact]
    public async Task SE2_a_role_that_was_taken_away_is_gone_everywhere_and_the_session_goes_on_without_it()
    {
        await using var other = await IdentityHost.StartOtherAsync();
        var bea = await IdentityHost.MemberAsync(Ada, "Bea", AccountRoles.Admin, AccountRoles.Agent);
        (await other.AskAsync(bea, "/admin")).Expect(HttpStatusCode.OK);

        (await Ada.ChangeAsync(bea.Account, roles: [AccountRoles.Agent])).Expect(HttpStatusCode.OK);
        await other.RefusesAsync(bea);
        var refreshed = bea.As((await bea.RefreshAsync()).Expect(HttpStatusCode.OK));
        (await other.AskAsync(refreshed)).Expect(HttpStatusCode.OK);
        (await other.AskAsync(refreshed, "/admin")).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_role_that_was_given_besides_revokes_nothing()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        (await Ada.ChangeAsync(bruno.Account, roles: [AccountRoles.Agent, AccountRoles.Dispatcher])).Expect(HttpStatusCode.OK);
        await IdentityHost.WaitUntilIdleAsync();
        Assert.DoesNotContain(IdentityHost.Published<AccessRevoked>(), x => x.AccountId == bruno.Account && x.SessionId is null);
    }

    [Fact]
    public async Task F22_signing_out_ends_the_tokens_of_that_session_alone()
    {
        await using var other = await IdentityHost.StartOtherAsync();
        var second = await IdentityHost.SignInAsync(IdentityHost.AdminEmail);
        (await Ada.DeleteAsync("/api/sessions/current")).Expect(HttpStatusCode.NoContent);
        await other.RefusesAsync(Ada);
        (await other.AskAsync(second)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AG9_another_password_ends_the_tokens_of_the_other_sessions()
    {
        await using var other = await IdentityHost.StartOtherAsync();
        var second = await IdentityHost.SignInAsync(IdentityHost.AdminEmail);
        (await Ada.PutAsync("/api/accounts/me/password", new { current = IdentityHost.Password, @new = "eleven-blue-kettles" }))
            .Expect(HttpStatusCode.NoContent);
        await other.RefusesAsync(second);
        (await other.AskAsync(Ada)).Expect(HttpStatusCode.OK);
        await IdentityHost.PublishedAsync<AccountSecurityChanged>(
            x => x.Change == AccountSecurityChange.PasswordChanged && x.To.Id == Ada.Account);
    }

    [Fact]
    public async Task F22_a_copied_refresh_token_ends_the_tokens_of_its_session_and_its_owner_is_told()
    {
        await using var other = await IdentityHost.StartOtherAsync();
        var next = Ada.As((await Ada.RefreshAsync()).Expect(HttpStatusCode.OK));
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 2; i++)
            (await Ada.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
        await other.RefusesAsync(next);
        var told = await IdentityHost.PublishedAsync<AccountSecurityChanged>(x => x.Change == AccountSecurityChange.SessionTokenReused);
        Assert.Equal((Ada.Account, IdentityHost.AdminEmail), (told.To.Id, told.To.Email));
    }
}
