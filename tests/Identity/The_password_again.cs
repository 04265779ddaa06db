using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class The_password_again : IdentityTest
{
    static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("mail server")]
    [InlineData("password of the mail server")]
    [InlineData("no second factor for staff")]
    [InlineData("new administrator")]
    [InlineData("invited administrator")]
    [InlineData("another made administrator")]
    [InlineData("another made dispatcher")]
    [InlineData("new agent")]
    [InlineData("administrator demoted")]
    [InlineData("another's address")]
    [InlineData("another's password")]
    [InlineData("reset link")]
    [InlineData("invitation")]
    [InlineData("another's second factor")]
    [InlineData("suspension")]
    [InlineData("end of a suspension")]
    public async Task G22_is_asked_for_what_changes_how_others_sign_in_or_where_mails_go(string what)
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        var bea = await IdentityHost.MemberAsync(Ada, "Bea", AccountRoles.Admin);
        var cleo = new { name = "Cleo", email = "cleo@example.org", roles = new[] { AccountRoles.Agent } };
        var invited = (await Ada.PostAsync("/api/accounts", cleo)).Id;
        IdentityHost.Clock.Advance(FiveMinutes);

        (await DoAsync(Ada)).Refused(HttpStatusCode.Forbidden, "password-required");
        // To refresh the session makes the password no younger.
        var refreshed = Ada.As((await Ada.RefreshAsync()).Expect(HttpStatusCode.OK));
        (await DoAsync(refreshed)).Refused(HttpStatusCode.Forbidden, "password-required");
        var confirmed = await ConfirmAsync(refreshed);
        Assert.InRange((int)(await DoAsync(confirmed)).Status, 200, 204);

        Task<Answer> DoAsync(Client admin) => what switch
        {
            "mail server" => admin.ChangeSettingsAsync(new { mail = new { server = "smtp://mail.example:25", from = "help@example.org" } }),
            "password of the mail server" => admin.ChangeSettingsAsync(new { mail = new { password = "s3cret" } }),
            "no second factor for staff" => admin.ChangeSettingsAsync(new { twoFactorForStaff = false }),
            "new administrator" => admin.PostAsync("/api/accounts", Account(Client.FirstPassword)),
            "invited administrator" => admin.PostAsync("/api/accounts", Account(null)),
            "another made administrator" => admin.ChangeAsync(bruno.Account, roles: [AccountRoles.Agent, AccountRoles.Admin]),
            "another made dispatcher" => admin.ChangeAsync(bruno.Account, roles: [AccountRoles.Agent, AccountRoles.Dispatcher]),
            "new agent" => admin.PostAsync(
                "/api/accounts", new { name = "Cora", email = "cora@example.org", roles = new[] { AccountRoles.Agent } }),
            "administrator demoted" => admin.ChangeAsync(bea.Account, roles: [AccountRoles.Agent]),
            "another's address" => admin.ChangeAsync(bruno.Account, email: "bruno@thief.example"),
            "another's password" => admin.ChangeAsync(bruno.Account, password: "another-given-password"),
            "reset link" => admin.PostAsync($"/api/accounts/{bruno.Account}/password-resets", null),
            "invitation" => admin.PostAsync($"/api/accounts/{invited}/invitations", null),
            "another's second factor" => admin.DeleteAsync($"/api/accounts/{bruno.Account}/two-factor"),
            "suspension" => admin.PutAsync($"/api/accounts/{bruno.Account}/suspension"),
            _ => admin.DeleteAsync($"/api/accounts/{bruno.Account}/suspension"),
        };
    }

    [Fact]
    public async Task G22_is_not_asked_for_anything_else_nor_soon_after_the_sign_in()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        var mail = new { server = "smtp://mail.example:25", user = "u", password = "s3cret", from = "help@example.org" };
        (await Ada.ChangeSettingsAsync(new { mail })).Expect(HttpStatusCode.OK);
        IdentityHost.Clock.Advance(FiveMinutes);
        (await Ada.ChangeAsync(bruno.Account, name: "Bruno Li", roles: [AccountRoles.Agent, AccountRoles.Customer]))
            .Expect(HttpStatusCode.OK);
        (await Ada.ChangeAsync(bruno.Account, email: "BRUNO@example.org")).Expect(HttpStatusCode.OK);
        (await Ada.ChangeAsync(bruno.Account, roles: [AccountRoles.Customer])).Expect(HttpStatusCode.OK);
        (await Ada.CreateAsync("Cleo", AccountRoles.Customer)).Expect(HttpStatusCode.Created);
        var kept = new { server = mail.server, user = mail.user, from = mail.from };
        (await Ada.ChangeSettingsAsync(new { name = "Soporte", mail = kept })).Expect(HttpStatusCode.OK);
        (await Ada.GetAsync("/api/settings")).Expect(HttpStatusCode.OK);
        (await Ada.ChangeSettingsAsync(new { name = "Soporte" })).Refused(HttpStatusCode.Forbidden, "password-required");
    }

    [Fact]
    public async Task G22_counts_for_five_minutes_and_after_a_refresh_too()
    {
        IdentityHost.Clock.Stop();
        IdentityHost.Clock.Advance(TimeSpan.FromHours(2));
        var ada = Ada.As((await Ada.RefreshAsync()).Expect(HttpStatusCode.OK));
        (await MakeAsync(ada)).Refused(HttpStatusCode.Forbidden, "password-required");
        var confirmed = await ConfirmAsync(ada);
        IdentityHost.Clock.Advance(FiveMinutes - TimeSpan.FromSeconds(1));
        (await MakeAsync(confirmed)).Expect(HttpStatusCode.Created);
        var refreshed = ada.As((await ada.RefreshAsync()).Expect(HttpStatusCode.OK));
        (await MakeAsync(refreshed)).Expect(HttpStatusCode.Created);
        // The token from before the confirmation stays what it was.
        (await MakeAsync(ada)).Refused(HttpStatusCode.Forbidden, "password-required");
        IdentityHost.Clock.Advance(TimeSpan.FromSeconds(1));
        (await MakeAsync(confirmed)).Refused(HttpStatusCode.Forbidden, "password-required");
        (await MakeAsync(refreshed)).Refused(HttpStatusCode.Forbidden, "password-required");
        (await MakeAsync(await IdentityHost.SignInAsync(IdentityHost.AdminEmail))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task G22_is_of_one_session_and_no_other()
    {
        var other = await IdentityHost.SignInAsync(IdentityHost.AdminEmail);
        IdentityHost.Clock.Advance(FiveMinutes);
        await ConfirmAsync(Ada);
        var refreshed = other.As((await other.RefreshAsync()).Expect(HttpStatusCode.OK));
        (await MakeAsync(refreshed)).Refused(HttpStatusCode.Forbidden, "password-required");
    }

    [Fact]
    public async Task G22_is_checked_like_at_a_sign_in_and_by_nobody_without_a_session()
    {
        var checks = IdentityHost.Hasher.Checks;
        for (var i = 0; i < 8; i++)
            (await Ada.PostAsync("/api/sessions/current/confirmation", new { password = $"guess-{i}" })).Invalid("password");
        Assert.Equal(5, IdentityHost.Hasher.Checks - checks);
        (await Ada.PostAsync("/api/sessions/current/confirmation", new { password = IdentityHost.Password })).Invalid("password");
        (await IdentityHost.Anonymous().PostAsync("/api/sessions/current/confirmation", new { password = IdentityHost.Password }))
            .Refused(HttpStatusCode.Unauthorized, "not-signed-in");
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(16));
        (await Ada.DeleteAsync("/api/sessions/current")).Expect(HttpStatusCode.NoContent);
        var ended = await Ada.PostAsync("/api/sessions/current/confirmation", new { password = IdentityHost.Password });
        ended.Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task G22_gives_nobody_more_than_the_account_may()
    {
        var bea = await IdentityHost.MemberAsync(Ada, "Bea", AccountRoles.Admin);
        (await Ada.ChangeAsync(bea.Account, roles: [AccountRoles.Agent])).Expect(HttpStatusCode.OK);
        var refreshed = bea.As((await bea.RefreshAsync()).Expect(HttpStatusCode.OK));
        (await MakeAsync(await ConfirmAsync(refreshed))).Refused(HttpStatusCode.Forbidden, "not-allowed");
        await Ada.CreateAsync("Cleo", AccountRoles.Admin);
        var cleo = await IdentityHost.SignInAsync("cleo@example.org", Client.FirstPassword);
        (await MakeAsync(await ConfirmAsync(cleo, Client.FirstPassword))).Refused(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task G22_is_not_asked_for_while_the_installation_is_set_up()
    {
        var other = await TakeAnotherAsync();
        var setup = new { code = IdentityHost.SetupCode, name = "Eva", email = IdentityHost.AdminEmail, password = IdentityHost.Password };
        var anonymous = other.Anonymous();
        var eva = anonymous.As((await anonymous.PostAsync("/api/setup", setup)).Expect(HttpStatusCode.Created));
        (await eva.ChangeSettingsAsync(new { mail = new { server = "smtp://mail.example:25" } })).Expect(HttpStatusCode.OK);
        (await MakeAsync(eva)).Expect(HttpStatusCode.Created);
    }

    static Task<Answer> MakeAsync(Client admin) => admin.PostAsync("/api/accounts", Account(Client.FirstPassword));

    static object Account(string? password) =>
        new { name = "Eve", email = $"eve.{Guid.NewGuid():N}@example.org", roles = new[] { AccountRoles.Admin }, password };

    static async Task<Client> ConfirmAsync(Client client, string password = IdentityHost.Password)
    {
        var answer = (await client.PostAsync("/api/sessions/current/confirmation", new { password })).Expect(HttpStatusCode.OK);
        return client.WithToken(answer["accessToken"]);
    }
}
