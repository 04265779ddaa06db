using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class New_accounts : IdentityTest
{
    [Fact]
    public async Task AD5_are_made_by_an_administrator_and_others_hear_of_them()
    {
        var bruno = await Ada.CreateAsync("Bruno", AccountRoles.Agent, AccountRoles.Dispatcher, AccountRoles.Agent);
        Assert.Equal([AccountRoles.Agent, AccountRoles.Dispatcher], bruno.Strings("roles"));
        var heard = Assert.Single(await IdentityHost.AccountChangesAsync(bruno.Id, 1));
        Assert.Equal((1, "Bruno", "Bruno@example.org", "es", true), (heard.Version, heard.Name, heard.Email, heard.Language, heard.Active));
        Assert.Equal([AccountRoles.Agent, AccountRoles.Dispatcher], heard.Roles);
        Assert.Equal(bruno.Id, (await Ada.GetAsync($"/api/accounts/{bruno.Id}")).Expect(HttpStatusCode.OK).Id);
    }

    [Fact]
    public async Task AG10_have_no_role_anywhere_until_the_first_password_is_changed()
    {
        var account = await Ada.CreateAsync("Bea", AccountRoles.Admin);
        Assert.True(account.Flag("mustChangePassword"));
        var bea = await IdentityHost.SignInAsync("Bea@example.org", Client.FirstPassword);
        (await bea.GetAsync("/api/accounts")).Refused(HttpStatusCode.Forbidden, "not-allowed");
        var again = bea.As((await bea.RefreshAsync()).Expect(HttpStatusCode.OK));
        (await again.GetAsync("/api/accounts")).Refused(HttpStatusCode.Forbidden, "not-allowed");

        await using (var other = await IdentityHost.StartOtherAsync())
            (await other.AskAsync(again)).Expect(HttpStatusCode.Forbidden);

        (await again.PutAsync("/api/accounts/me/password", new { current = Client.FirstPassword, @new = IdentityHost.Password }))
            .Expect(HttpStatusCode.NoContent);
        var free = again.As((await again.RefreshAsync()).Expect(HttpStatusCode.OK));
        (await free.GetAsync("/api/accounts")).Expect(HttpStatusCode.OK);
        Assert.False((await free.GetAsync("/api/accounts/me")).Flag("mustChangePassword"));
    }

    [Fact]
    public async Task AG10_may_sign_out_before_it_is()
    {
        await Ada.CreateAsync("Bea", AccountRoles.Admin);
        var bea = await IdentityHost.SignInAsync("Bea@example.org", Client.FirstPassword);
        (await bea.DeleteAsync("/api/sessions/current")).Expect(HttpStatusCode.NoContent);
        (await bea.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
    }

    [Theory]
    [InlineData("Ada@Example.org")]
    [InlineData(IdentityHost.AdminEmail)]
    public async Task F17_are_refused_for_a_mail_address_that_another_has(string email)
    {
        (await Create(email)).Refused(HttpStatusCode.Conflict, "email-taken");
        Assert.Equal(1, await IdentityHost.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task F17_of_many_at_once_with_one_address_there_is_one()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Create("bruno@example.org")));
        var made = Assert.Single(answers, x => x.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(x => x.Status != HttpStatusCode.Created), x => x.Refused(HttpStatusCode.Conflict, "email-taken"));
        Assert.Single(await IdentityHost.AccountChangesAsync(made.Id, 1));
    }

    [Theory]
    [InlineData("name", "\"\"")]
    [InlineData("name", "\"   \"")]
    [InlineData("name", "null")]
    [InlineData("name", "\"Bruno\\nBcc: all@example.org\"")]
    [InlineData("name", "\"Bru\\u0000no\"")]
    [InlineData("email", "null")]
    [InlineData("email", "\"bruno\"")]
    [InlineData("email", "\"Bruno <bruno@example.org>\"")]
    [InlineData("email", "\"bru no@example.org\"")]
    [InlineData("email", "\"bruno@example.org\\r\\nBcc: all@example.org\"")]
    [InlineData("password", "\"short\"")]
    [InlineData("password", "\"Password1234!\"")]
    [InlineData("roles", "null")]
    [InlineData("roles", "[]")]
    [InlineData("roles", "[\"admin\"]")]
    [InlineData("roles", "[\"Root\"]")]
    [InlineData("language", "\"fr\"")]
    public async Task F17_a_wrong_field_is_named(string field, string value)
    {
        (await Ada.PostAsync("/api/accounts", Body(field, value))).Invalid(field);
        Assert.Equal(1, await IdentityHost.ReadAsync(db => db.Users.CountAsync()));
    }

    [Theory]
    [InlineData("name", 101)]
    [InlineData("email", 121)]
    [InlineData("password", 129)]
    [InlineData("name", 1_000_000)]
    public async Task F17_what_is_too_long_is_refused(string field, int length) =>
        (await Ada.PostAsync("/api/accounts", Body(field, $"\"{new string('x', length - 12)}@example.org\""))).Invalid(field);

    [Theory]
    [InlineData("name")]
    [InlineData("email")]
    [InlineData("roles")]
    public async Task F17_what_is_missing_is_refused(string field) =>
        (await Ada.PostAsync("/api/accounts", Body(field, null))).Expect(HttpStatusCode.BadRequest);

    [Fact]
    public async Task SE2_are_made_by_no_one_else()
    {
        foreach (var role in (string[])[AccountRoles.Dispatcher, AccountRoles.Agent, AccountRoles.Customer])
        {
            var member = await IdentityHost.MemberAsync(Ada, $"Some {role}", role);
            (await member.PostAsync("/api/accounts", Body("name", "\"Eve\""))).Refused(HttpStatusCode.Forbidden, "not-allowed");
            (await member.GetAsync("/api/accounts")).Refused(HttpStatusCode.Forbidden, "not-allowed");
            (await member.GetAsync($"/api/accounts/{Ada.Account}")).Refused(HttpStatusCode.Forbidden, "not-allowed");
            (await member.PutAsync($"/api/accounts/{Ada.Account}/suspension")).Refused(HttpStatusCode.Forbidden, "not-allowed");
            Assert.Equal([role], (await member.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK).Strings("roles"));
        }

        (await IdentityHost.Anonymous().PostAsync("/api/accounts", Body("name", "\"Eve\"")))
            .Refused(HttpStatusCode.Unauthorized, "not-signed-in");
        (await IdentityHost.Anonymous().GetAsync("/api/accounts/me")).Refused(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    Task<Answer> Create(string email) =>
        Ada.PostAsync("/api/accounts", new { name = "Bruno", email, password = Client.FirstPassword,
            roles = new[] { AccountRoles.Agent } });

    static string Body(string field, string? value)
    {
        var fields = new Dictionary<string, string?>
        {
            ["name"] = "\"Bruno\"",
            ["email"] = "\"bruno@example.org\"",
            ["password"] = $"\"{Client.FirstPassword}\"",
            ["roles"] = "[\"Agent\"]",
            ["language"] = "\"es\"",
            [field] = value,
        };
        return $"{{{string.Join(',', fields.Where(x => x.Value is not null).Select(x => $"\"{x.Key}\":{x.Value}"))}}}";
    }
}
