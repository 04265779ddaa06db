using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Identity.Tests;

public sealed class Accounts_that_nobody_has_confirmed : IdentityTest
{
    [Fact]
    public async Task G10_stay_so_until_their_owner_has_shown_to_hold_the_mailbox()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Customer);
        // Signed in, with a password of Bruno's own: that shows nothing about the mailbox.
        Assert.False((await bruno.GetAsync("/api/accounts/me")).Flag("emailConfirmed"));
        Assert.All(await IdentityHost.AccountChangesAsync(bruno.Account, 1), x => Assert.False(x.EmailConfirmed));
        var own = new { email = "bruno@example.org", password = IdentityHost.Password };
        (await bruno.PutAsync("/api/accounts/me/email", own)).Expect(HttpStatusCode.Accepted);
        var told = await IdentityHost.PublishedAsync<EmailConfirmationRequested>(x => x.To.Id == bruno.Account);
        (await bruno.PostAsync("/api/links/acceptances", new { secret = IdentityHost.SecretOf(told.LinkToken) })).Expect(HttpStatusCode.OK);
        Assert.True((await IdentityHost.AccountChangesAsync(bruno.Account, 2))[1].EmailConfirmed);

        // Another address by an administrator's hand is to be shown again, by a link for a forgotten password too.
        (await Ada.ChangeAsync(bruno.Account, email: "bruno@new.example")).Expect(HttpStatusCode.OK);
        Assert.False((await bruno.GetAsync("/api/accounts/me")).Flag("emailConfirmed"));
        (await IdentityHost.Anonymous().PostAsync("/api/password-resets", new { email = "bruno@new.example" }))
            .Expect(HttpStatusCode.Accepted);
        var reset = IdentityHost.SecretOf((await IdentityHost.PublishedAsync<PasswordResetRequested>(
            x => x.To.Id == bruno.Account)).LinkToken);
        var chosen = new { secret = reset, password = "eleven-blue-kettles" };
        (await IdentityHost.Anonymous().PostAsync("/api/links/acceptances", chosen)).Expect(HttpStatusCode.OK);
        Assert.True((await Ada.GetAsync($"/api/accounts/{bruno.Account}")).Flag("emailConfirmed"));
    }

    [Fact]
    public async Task G10_are_the_first_administrator_too_and_are_found_in_the_list()
    {
        await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Customer);
        var wanted = new { name = "Carla", email = "carla@mail.example" };
        (await IdentityHost.Anonymous().PostAsync("/api/registrations", wanted)).Expect(HttpStatusCode.Accepted);
        var told = await IdentityHost.PublishedAsync<EmailConfirmationRequested>(x => x.To.Name == "Carla");
        var body = new { secret = IdentityHost.SecretOf(told.LinkToken), password = "eleven-blue-kettles" };
        (await IdentityHost.Anonymous().PostAsync("/api/links/acceptances", body)).Expect(HttpStatusCode.OK);

        Assert.Equal(["Ada Admin", "Bruno"], await NamesAsync("?confirmed=false"));
        Assert.Equal(["Carla"], await NamesAsync("?confirmed=true"));
        Assert.Equal(["Bruno"], await NamesAsync("?confirmed=false&role=Customer"));
        Assert.Equal(["Ada Admin", "Bruno", "Carla"], await NamesAsync(""));
        (await Ada.GetAsync("/api/accounts?confirmed=perhaps")).Expect(HttpStatusCode.BadRequest);
    }

    async Task<string[]> NamesAsync(string query)
    {
        var answer = (await Ada.GetAsync("/api/accounts" + query)).Expect(HttpStatusCode.OK);
        return [.. answer.Items.EnumerateArray().Select(x => x.GetProperty("name").GetString()!)];
    }
}
