using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class A_forgotten_password : Situation
{
    const string Chosen = "eleven-blue-kettles";

    [Fact]
    public async Task F17_is_replaced_by_who_reads_the_mail_and_every_session_ends()
    {
        var bruno = await Helpdesk.MemberAsync(Ada, "Bruno", Roles.Agent);
        (await Forget("bruno@example.ORG")).Expect(HttpStatusCode.Accepted);
        var told = await Helpdesk.ToldAsync<PasswordResetRequested>(x => x.To.Id == bruno.Account);
        Assert.Equal(("Bruno@example.org", told.RequestedAt.AddHours(1)), (told.To.Email, told.ExpiresAt));
        (await bruno.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK);

        (await Accept(told, "short")).Invalid("password");
        (await Accept(told, Chosen)).Expect(HttpStatusCode.OK);
        (await bruno.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
        await Helpdesk.SignInAsync("Bruno@example.org", Chosen);
        await Helpdesk.ToldAsync<AccessRevoked>(x => x.AccountId == bruno.Account && x.SessionId is null);
        await Eventually.HoldsAsync(() => Helpdesk.Told<AccountSecurityChanged>().Count(x => x.Change == AccountSecurityChange.PasswordChanged && x.To.Id == bruno.Account) == 2);
    }

    [Fact]
    public async Task F17_is_answered_the_same_for_everybody()
    {
        var known = (await Forget(Helpdesk.AdminEmail)).Expect(HttpStatusCode.Accepted);
        var unknown = (await Forget("nobody@example.org")).Expect(HttpStatusCode.Accepted);
        Assert.Equal(unknown.Text, known.Text);
        await Helpdesk.ToldAsync<PasswordResetRequested>(x => x.To.Id == Ada.Account);
        await Helpdesk.QuietAsync();
        Assert.Single(Helpdesk.Told<PasswordResetRequested>());
    }

    [Fact]
    public async Task F17_fills_nobodys_mailbox()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Forget(Helpdesk.AdminEmail)));
        await Eventually.HoldsAsync(() => Helpdesk.Told<PasswordResetRequested>().Count == 3);
        await Helpdesk.QuietAsync();
        Assert.Equal(3, Helpdesk.Told<PasswordResetRequested>().Count);
        Assert.Equal(1, await Helpdesk.ReadAsync(db => db.Links.CountAsync(x => x.AccountId == Ada.Account && x.EndedAt == null)));
    }

    [Fact]
    public async Task F17_strangers_who_register_an_address_or_want_to_use_it_do_not_keep_the_link_from_its_owner()
    {
        var bruno = await Helpdesk.MemberAsync(Ada, "Bruno", Roles.Agent);
        for (var i = 0; i < 5; i++)
        {
            (await Helpdesk.Anonymous().PostAsync("/api/registrations", new { name = "Somebody", email = Helpdesk.AdminEmail })).Expect(HttpStatusCode.Accepted);
            (await bruno.PutAsync("/api/accounts/me/email", new { email = Helpdesk.AdminEmail, password = Helpdesk.Password })).Expect(HttpStatusCode.Accepted);
        }

        await Eventually.HoldsAsync(() => Helpdesk.Told<RegistrationRepeated>().Count == 6);
        (await Forget(Helpdesk.AdminEmail)).Expect(HttpStatusCode.Accepted);
        await Helpdesk.ToldAsync<PasswordResetRequested>(x => x.To.Id == Ada.Account);
        Assert.Equal(6, Helpdesk.Told<RegistrationRepeated>().Count);
    }

    [Fact]
    public async Task F17_the_link_works_for_an_hour()
    {
        await Forget(Helpdesk.AdminEmail);
        var told = await Helpdesk.ToldAsync<PasswordResetRequested>(x => x.To.Id == Ada.Account);
        Helpdesk.Clock.Advance(TimeSpan.FromMinutes(61));
        (await Accept(told, Chosen)).Refused(HttpStatusCode.NotFound, "link-not-valid");
    }

    [Fact]
    public async Task F17_a_link_dies_with_a_password_that_was_changed_meanwhile()
    {
        await Forget(Helpdesk.AdminEmail);
        var told = await Helpdesk.ToldAsync<PasswordResetRequested>(x => x.To.Id == Ada.Account);
        (await Ada.PutAsync("/api/accounts/me/password", new { current = Helpdesk.Password, @new = "seven-green-lanterns" })).Expect(HttpStatusCode.NoContent);
        (await Accept(told, Chosen)).Refused(HttpStatusCode.NotFound, "link-not-valid");
    }

    [Fact]
    public async Task AD6_of_a_suspended_account_leads_nowhere()
    {
        var bruno = await Helpdesk.MemberAsync(Ada, "Bruno", Roles.Agent);
        (await Ada.PutAsync($"/api/accounts/{bruno.Account}/suspension")).Expect(HttpStatusCode.NoContent);
        (await Forget("Bruno@example.org")).Expect(HttpStatusCode.Accepted);
        await Helpdesk.QuietAsync();
        Assert.Empty(Helpdesk.Told<PasswordResetRequested>());
        (await Ada.PostAsync($"/api/accounts/{bruno.Account}/password-resets", null)).Refused(HttpStatusCode.Conflict, "account-suspended");
    }

    [Fact]
    public async Task AD5_an_administrator_sends_the_link_and_never_knows_the_password()
    {
        var bruno = await Helpdesk.MemberAsync(Ada, "Bruno", Roles.Agent);
        (await Ada.PostAsync($"/api/accounts/{bruno.Account}/password-resets", null)).Expect(HttpStatusCode.Created);
        (await Accept(await Helpdesk.ToldAsync<PasswordResetRequested>(x => x.To.Id == bruno.Account), Chosen)).Expect(HttpStatusCode.OK);
        Assert.False((await (await Helpdesk.SignInAsync("Bruno@example.org", Chosen)).GetAsync("/api/accounts/me")).Says("mustChangePassword"));
    }

    [Fact]
    public async Task F17_opens_an_account_that_somebody_else_locks_again_and_again()
    {
        await GuessAsync();
        await Forget(Helpdesk.AdminEmail);
        var accepted = (await Accept(await Helpdesk.ToldAsync<PasswordResetRequested>(x => x.To.Id == Ada.Account), Chosen)).Expect(HttpStatusCode.OK);
        await GuessAsync();
        (await SignIn(null)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        (await SignIn(accepted["device"])).Expect(HttpStatusCode.OK);

        Task<Answer> SignIn(string? device) => Helpdesk.Anonymous().PostAsync("/api/sessions", new { email = Helpdesk.AdminEmail, password = Chosen, device });
    }

    async Task GuessAsync()
    {
        for (var i = 0; i < 6; i++)
            (await Helpdesk.Anonymous().PostAsync("/api/sessions", new { email = Helpdesk.AdminEmail, password = $"guess-{i}" })).Expect(HttpStatusCode.Unauthorized);
    }

    Task<Answer> Forget(string email) => Helpdesk.Anonymous().PostAsync("/api/password-resets", new { email });

    Task<Answer> Accept(PasswordResetRequested told, string password) =>
        Helpdesk.Anonymous().PostAsync("/api/links/acceptances", new { secret = Helpdesk.SecretOf(told.LinkToken), password });
}
