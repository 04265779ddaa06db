using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class Changing_the_own_mail_address : IdentityTest
{
    [Fact]
    public async Task AG9_happens_when_the_new_one_is_confirmed_and_the_old_one_is_told()
    {
        (await Change("ada@new.example")).Expect(HttpStatusCode.Accepted);
        var asked = await IdentityHost.PublishedAsync<EmailChangeRequested>(x => x.To.Email == "ada@new.example");
        Assert.Equal((Ada.Account, "Ada Admin", IdentityHost.AdminEmail), (asked.To.Id, asked.To.Name, asked.CurrentEmail));
        Assert.Equal(IdentityHost.AdminEmail, (await Ada.GetAsync("/api/accounts/me"))["email"]);

        var shown = (await IdentityHost.Anonymous().PostAsync(
            "/api/links/lookups", new { secret = IdentityHost.SecretOf(asked.LinkToken) })).Expect(HttpStatusCode.OK);
        Assert.Equal(("EmailChange", "False"), (shown["purpose"], shown["asksForPassword"]));
        (await Accept(asked.LinkToken)).Expect(HttpStatusCode.OK);
        var me = (await Ada.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK);
        Assert.Equal(("ada@new.example", true), (me["email"], me.Flag("emailConfirmed")));
        Assert.Equal(
            IdentityHost.AdminEmail,
            (await IdentityHost.PublishedAsync<AccountSecurityChanged>(x => x.Change == AccountSecurityChange.EmailChanged)).To.Email);
        var heard = (await IdentityHost.AccountChangesAsync(Ada.Account, 2))[1];
        Assert.Equal(("ada@new.example", true), (heard.Email, heard.EmailConfirmed));
        await IdentityHost.SignInAsync("ada@new.example");
    }

    [Fact]
    public async Task AG9_to_the_same_one_confirms_it()
    {
        Assert.False((await Ada.GetAsync("/api/accounts/me")).Flag("emailConfirmed"));
        (await Change(IdentityHost.AdminEmail)).Expect(HttpStatusCode.Accepted);
        var asked = await IdentityHost.PublishedAsync<EmailConfirmationRequested>(x => x.To.Id == Ada.Account);
        (await Accept(asked.LinkToken)).Expect(HttpStatusCode.OK);
        Assert.True((await Ada.GetAsync("/api/accounts/me")).Flag("emailConfirmed"));
        await IdentityHost.WaitUntilIdleAsync();
        Assert.Empty(IdentityHost.Published<AccountSecurityChanged>());
    }

    [Fact]
    public async Task SE9_to_anothers_is_answered_like_any_other_and_that_one_is_told()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        Assert.Equal(
            (await Change("free@new.example")).Expect(HttpStatusCode.Accepted).Text,
            (await Change("BRUNO@example.org")).Expect(HttpStatusCode.Accepted).Text);
        await IdentityHost.PublishedAsync<RegistrationRepeated>(x => x.To.Id == bruno.Account);
        Assert.DoesNotContain(IdentityHost.Published<EmailChangeRequested>(), x => x.To.Email == "BRUNO@example.org");
    }

    [Fact]
    public async Task AG9_needs_the_password()
    {
        (await Ada.PutAsync("/api/accounts/me/email", new { email = "ada@new.example", password = "not-my-password" })).Invalid("password");
        await IdentityHost.WaitUntilIdleAsync();
        Assert.Equal(0, await IdentityHost.ReadAsync(db => db.Links.CountAsync(x => x.AccountId == Ada.Account)));
    }

    [Fact]
    public async Task F17_sends_no_flood_of_mails_to_strangers()
    {
        for (var i = 0; i < 6; i++)
            (await Change($"stranger{i}@new.example")).Expect(HttpStatusCode.Accepted);
        await Eventually.HoldsAsync(() => IdentityHost.Published<EmailChangeRequested>().Count(x => x.To.Id == Ada.Account) == 3);
        await IdentityHost.WaitUntilIdleAsync();
        Assert.Equal(3, IdentityHost.Published<EmailChangeRequested>().Count(x => x.To.Id == Ada.Account));
    }

    [Fact]
    public async Task AD5_one_that_an_administrator_typed_is_not_confirmed_and_the_old_one_is_told()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        (await Ada.ChangeAsync(bruno.Account, email: "bruno@new.example")).Expect(HttpStatusCode.OK);
        Assert.False((await IdentityHost.AccountChangesAsync(bruno.Account, 2))[1].EmailConfirmed);
        Assert.Equal(
            "Bruno@example.org",
            (await IdentityHost.PublishedAsync<AccountSecurityChanged>(x => x.Change == AccountSecurityChange.EmailChanged)).To.Email);
    }

    Task<Answer> Change(string email) => Ada.PutAsync("/api/accounts/me/email", new { email, password = IdentityHost.Password });

    Task<Answer> Accept(string token) => Ada.PostAsync("/api/links/acceptances", new { secret = IdentityHost.SecretOf(token) });
}
