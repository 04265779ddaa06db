using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class Changing_accounts : IdentityTest
{
    [Fact]
    public async Task AD5_everything_about_an_account_can_be_changed_and_others_hear_of_it()
    {
        var bruno = await Ada.CreateAsync("Bruno", AccountRoles.Agent);
        var changed = (await Ada.ChangeAsync(bruno.Id, "Bruno Díaz", "bruno.diaz@example.org",
            [AccountRoles.Dispatcher, AccountRoles.Agent]))
            .Expect(HttpStatusCode.OK);
        Assert.Equal(
            ("Bruno Díaz", "bruno.diaz@example.org", 2),
            (changed["name"], changed["email"], changed.Json.GetProperty("version").GetInt32()));

        var heard = (await IdentityHost.AccountChangesAsync(bruno.Id, 2))[1];
        Assert.Equal((2, "Bruno Díaz", "bruno.diaz@example.org", true), (heard.Version, heard.Name, heard.Email, heard.Active));
        Assert.Equal([AccountRoles.Agent, AccountRoles.Dispatcher], heard.Roles);
        await IdentityHost.SignInAsync("bruno.diaz@example.org", Client.FirstPassword);
        (await IdentityHost.Anonymous().PostAsync("/api/sessions", new { email = "Bruno@example.org", password = Client.FirstPassword }))
            .Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Of_two_who_change_the_same_state_the_second_is_refused()
    {
        var bruno = await Ada.CreateAsync("Bruno", AccountRoles.Agent);
        (await Ada.ChangeAsync(bruno.Id, "Bruno the first")).Expect(HttpStatusCode.OK);
        (await Ada.ChangeAsync(bruno.Id, "Bruno the second", version: 1)).Refused(HttpStatusCode.Conflict, "changed-meanwhile");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Ada.ChangeAsync(bruno.Id, $"Bruno {i}", version: 2)));
        Assert.Single(answers, x => x.Status == HttpStatusCode.OK);
        Assert.Equal(3, (await IdentityHost.AccountChangesAsync(bruno.Id, 3)).Count);
    }

    [Fact]
    public async Task F17_anothers_mail_address_is_refused_in_words()
    {
        var bruno = await Ada.CreateAsync("Bruno", AccountRoles.Agent);
        var refused = (await Ada.ChangeAsync(bruno.Id, email: "ADA@example.org")).Refused(HttpStatusCode.Conflict, "email-taken");
        Assert.True(refused.Json.GetProperty("errors").TryGetProperty("email", out _));
        (await Ada.ChangeAsync(bruno.Id, email: "BRUNO@example.org")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task F17_a_password_set_by_an_administrator_must_be_changed_and_ends_the_sessions()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        (await Ada.ChangeAsync(bruno.Account, password: "short")).Invalid("password");
        (await bruno.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK);

        Assert.True((await Ada.ChangeAsync(
            bruno.Account, password: "another-given-password")).Expect(HttpStatusCode.OK).Flag("mustChangePassword"));
        (await bruno.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
        (await bruno.GetAsync("/api/accounts/me")).Refused(HttpStatusCode.Unauthorized, "session-ended");
        Assert.True((await (await IdentityHost.SignInAsync(
            "Bruno@example.org", "another-given-password")).GetAsync("/api/accounts/me")).Flag("mustChangePassword"));
    }

    [Fact]
    public async Task AG9_an_administrator_changes_what_guards_their_own_account_with_their_password_like_anybody()
    {
        (await Ada.ChangeAsync(Ada.Account, password: "another-given-password")).Refused(HttpStatusCode.Conflict, "own-account");
        (await Ada.ChangeAsync(Ada.Account, email: "ada@elsewhere.example")).Refused(HttpStatusCode.Conflict, "own-account");
        (await Ada.DeleteAsync($"/api/accounts/{Ada.Account}/two-factor")).Refused(HttpStatusCode.Conflict, "own-account");
        (await Ada.ChangeAsync(Ada.Account, name: "Ada Lima")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_suspension_and_its_end_are_told_once_each()
    {
        var bruno = await Ada.CreateAsync("Bruno", AccountRoles.Agent);
        for (var i = 0; i < 2; i++)
            (await Ada.PutAsync($"/api/accounts/{bruno.Id}/suspension")).Expect(HttpStatusCode.NoContent);
        Assert.True((await Ada.GetAsync($"/api/accounts/{bruno.Id}")).Flag("suspended"));
        for (var i = 0; i < 2; i++)
            (await Ada.DeleteAsync($"/api/accounts/{bruno.Id}/suspension")).Expect(HttpStatusCode.NoContent);

        var heard = await IdentityHost.AccountChangesAsync(bruno.Id, 3);
        Assert.Equal([(1, true), (2, false), (3, true)], heard.Select(x => ((int)x.Version, x.Active)));
        Assert.Equal(3, (await Ada.GetAsync($"/api/accounts/{bruno.Id}")).Json.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task An_administrator_who_was_suspended_or_demoted_changes_nothing_with_a_token_that_still_holds()
    {
        var bea = await IdentityHost.MemberAsync(Ada, "Bea", AccountRoles.Admin);
        (await Ada.ChangeAsync(bea.Account, roles: [AccountRoles.Agent])).Expect(HttpStatusCode.OK);
        (await bea.ChangeAfterwards(Ada.Account)).Refused(HttpStatusCode.Forbidden, "not-allowed");

        var cleo = await IdentityHost.MemberAsync(Ada, "Cleo", AccountRoles.Admin);
        (await Ada.PutAsync($"/api/accounts/{cleo.Account}/suspension")).Expect(HttpStatusCode.NoContent);
        (await cleo.ChangeAfterwards(Ada.Account)).Refused(HttpStatusCode.Unauthorized, "session-ended");
        Assert.Null(await IdentityHost.ReadAsync(db => db.Users.Where(x => x.Id == Ada.Account).Select(x => x.SuspendedAt).SingleAsync()));
    }

    [Theory]
    [InlineData("name", "\"\"")]
    [InlineData("name", "null")]
    [InlineData("email", "\"bruno\"")]
    [InlineData("language", "\"fr\"")]
    [InlineData("roles", "[]")]
    [InlineData("roles", "[\"Root\"]")]
    [InlineData("version", "\"x\"")]
    [InlineData("password", "\"short\"")]
    public async Task F17_a_wrong_field_is_named(string field, string value)
    {
        var bruno = await Ada.CreateAsync("Bruno", AccountRoles.Agent);
        var fields = new Dictionary<string, string>
        {
            ["name"] = "\"Bruno\"",
            ["email"] = "\"b@example.org\"",
            ["language"] = "\"es\"",
            ["roles"] = "[\"Agent\"]",
            ["version"] = "1",
            [field] = value,
        };
        (await Ada.PutAsync(
            $"/api/accounts/{bruno.Id}", $"{{{string.Join(',', fields.Select(x => $"\"{x.Key}\":{x.Value}"))}}}")).Invalid(field);
        Assert.Equal(1, (await Ada.GetAsync($"/api/accounts/{bruno.Id}")).Json.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task An_account_that_does_not_exist_is_not_found()
    {
        var nobody = Guid.CreateVersion7();
        (await Ada.GetAsync($"/api/accounts/{nobody}")).Refused(HttpStatusCode.NotFound, "not-found");
        (await Ada.PutAsync(
            $"/api/accounts/{nobody}",
            new { name = "N", email = "n@example.org", language = "es", roles = new[] { "Agent" }, version = 1 }))
            .Refused(HttpStatusCode.NotFound, "not-found");
        (await Ada.PutAsync($"/api/accounts/{nobody}/suspension")).Refused(HttpStatusCode.NotFound, "not-found");
        (await Ada.DeleteAsync($"/api/accounts/{nobody}/suspension")).Refused(HttpStatusCode.NotFound, "not-found");
    }
}

static class AfterwardsExtensions
{
    public static Task<Answer> ChangeAfterwards(this Client client, Guid account) => client.PutAsync($"/api/accounts/{account}/suspension");
}
