using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class A_forgotten_password : IdentityTest
{
    const string Chosen = "eleven-blue-kettles";

    [Fact]
    public async Task F17_is_replaced_by_who_reads_the_mail_and_every_session_ends()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        (await Forget("bruno@example.ORG")).Expect(HttpStatusCode.Accepted);
        var told = await IdentityHost.PublishedAsync<PasswordResetRequested>(x => x.To.Id == bruno.Account);
        Assert.Equal(("Bruno@example.org", told.RequestedAt.AddHours(1)), (told.To.Email, told.ExpiresAt));
        (await bruno.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK);

        (await Accept(told, "short")).Invalid("password");
        (await Accept(told, Chosen)).Expect(HttpStatusCode.OK);
        (await bruno.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
        await IdentityHost.SignInAsync("Bruno@example.org", Chosen);
        await IdentityHost.PublishedAsync<AccessRevoked>(x => x.AccountId == bruno.Account && x.SessionId is null);
        await Eventually.HoldsAsync(() => IdentityHost.Published<AccountSecurityChanged>().Count(
            x => x.Change == AccountSecurityChange.PasswordChanged && x.To.Id == bruno.Account) == 2);
    }

    [Fact]
    public async Task F17_is_answered_the_same_for_everybody()
    {
        var known = (await Forget(IdentityHost.AdminEmail)).Expect(HttpStatusCode.Accepted);
        var unknown = (await Forget("nobody@example.org")).Expect(HttpStatusCode.Accepted);
        Assert.Equal(unknown.Text, known.Text);
        await IdentityHost.PublishedAsync<PasswordResetRequested>(x => x.To.Id == Ada.Account);
        await IdentityHost.WaitUntilIdleAsync();
        Assert.Single(IdentityHost.Published<PasswordResetRequested>());
    }

    [Fact]
    public async Task F17_fills_nobodys_mailbox()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Forget(IdentityHost.AdminEmail)));
        await Eventually.HoldsAsync(() => IdentityHost.Published<PasswordResetRequested>().Count == 3);
        await IdentityHost.WaitUntilIdleAsync();
        Assert.Equal(3, IdentityHost.Published<PasswordResetRequested>().Count);
        Assert.Equal(1, await IdentityHost.ReadAsync(db => db.Links.CountAsync(x => x.AccountId == Ada.Account && x.EndedAt == null)));
    }

    [Fact]
    public async Task F17_strangers_who_register_an_address_or_want_to_use_it_do_not_keep_the_link_from_its_owner()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        for (var i = 0; i < 5; i++)
        {
            (await IdentityHost.Anonymous().PostAsync("/api/registrations", new { name = "Somebody", email = IdentityHost.AdminEmail }))
                .Expect(HttpStatusCode.Accepted);
            (await bruno.PutAsync("/api/accounts/me/email", new { email = IdentityHost.AdminEmail, password = IdentityHost.Password }))
                .Expect(HttpStatusCode.Accepted);
        }

        await Eventually.HoldsAsync(() => IdentityHost.Published<RegistrationRepeated>().Count == 6);
        (await Forget(IdentityHost.AdminEmail)).Expect(HttpStatusCode.Accepted);
        await IdentityHost.PublishedAsync<PasswordResetRequested>(x => x.To.Id == Ada.Account);
        Assert.Equal(6, IdentityHost.Published<RegistrationRepeated>().Count);
    }

    [Fact]
    public async Task F17_the_link_works_for_an_hour()
    {
        await Forget(IdentityHost.AdminEmail);
        var told = await IdentityHost.PublishedAsync<PasswordResetRequested>(x => x.To.Id == Ada.Account);
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(61));
        (await Accept(told, Chosen)).Refused(HttpStatusCode.NotFound, "link-not-valid");
    }

    [Fact]
    public async Task F17_a_link_dies_with_a_password_that_was_changed_meanwhile()
    {
        await Forget(IdentityHost.AdminEmail);
        var told = await IdentityHost.PublishedAsync<PasswordResetRequested>(x => x.To.Id == Ada.Account);
        (await Ada.PutAsync("/api/accounts/me/password", new { current = IdentityHost.Password, @new = "seven-green-lanterns" }))
            .Expect(HttpStatusCode.NoContent);
        (await Accept(told, Chosen)).Refused(HttpStatusCode.NotFound, "link-not-valid");
    }

    [Fact]
    public async Task AD6_of_a_suspended_account_leads_nowhere()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        (await Ada.PutAsync($"/api/accounts/{bruno.Account}/suspension")).Expect(HttpStatusCode.NoContent);
        (await Forget("Bruno@example.org")).Expect(HttpStatusCode.Accepted);
        await IdentityHost.WaitUntilIdleAsync();
        Assert.Empty(IdentityHost.Published<PasswordResetRequested>());
        (await Ada.PostAsync($"/api/accounts/{bruno.Account}/password-resets", null)).Refused(HttpStatusCode.Conflict, "account-suspended");
    }

    [Fact]
    public async Task AD5_an_administrator_sends_the_link_and_never_knows_the_password()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        (await Ada.PostAsync($"/api/accounts/{bruno.Account}/password-resets", null)).Expect(HttpStatusCode.Created);
        (await Accept(await IdentityHost.PublishedAsync<PasswordResetRequested>(x => x.To.Id == bruno.Account), Chosen))
            .Expect(HttpStatusCode.OK);
        Assert.False((await (await IdentityHost.SignInAsync(
            "Bruno@example.org", Chosen)).GetAsync("/api/accounts/me")).Flag("mustChangePassword"));
    }

    [Fact]
    public async Task F17_opens_an_account_that_somebody_else_locks_again_and_again()
    {
        await GuessAsync();
        await Forget(IdentityHost.AdminEmail);
        var accepted = (await Accept(await IdentityHost.PublishedAsync<PasswordResetRequested>(x => x.To.Id == Ada.Account), Chosen))
            .Expect(HttpStatusCode.OK);
        await GuessAsync();
        (await SignIn(null)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        (await SignIn(accepted["deviceToken"])).Expect(HttpStatusCode.OK);

        Task<Answer> SignIn(string? deviceToken) =>
            IdentityHost.Anonymous().PostAsync("/api/sessions", new { email = IdentityHost.AdminEmail, password = Chosen, deviceToken });
    }

    async Task GuessAsync()
    {
        for (var i = 0; i < 6; i++)
            (await IdentityHost.Anonymous().PostAsync("/api/sessions", new { email = IdentityHost.AdminEmail, password = $"guess-{i}" }))
                .Expect(HttpStatusCode.Unauthorized);
    }

    Task<Answer> Forget(string email) => IdentityHost.Anonymous().PostAsync("/api/password-resets", new { email });

    Task<Answer> Accept(PasswordResetRequested told, string password) =>
        IdentityHost.Anonymous().PostAsync("/api/links/acceptances", new { secret = IdentityHost.SecretOf(told.LinkToken), password });
}
