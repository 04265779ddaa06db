using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Identity.Tests;

public sealed class Texts_about_a_person : IdentityTest
{
    [Theory]
    [InlineData("  Bruno   Díaz\u00A0Li ", "Bruno Díaz Li")]
    [InlineData("Bruno\u202Eadmin\u202C", "Brunoadmin")]
    [InlineData("Bruno\u2066\u2028Li\u2069", "Bruno Li")]
    [InlineData("علی\u200Cرضا", "علی\u200Cرضا")]
    public async Task G12_are_cleaned_at_each_door(string typed, string kept)
    {
        var account = new { name = typed, email = "b@mail.example", roles = new[] { AccountRoles.Agent }, specialty = typed };
        var made = (await Ada.PostAsync("/api/accounts", account)).Expect(HttpStatusCode.Created);
        Assert.Equal((kept, kept), (made["name"], made["specialty"]));
        var changed = (await Ada.ChangeAsync(made.Id, name: typed)).Expect(HttpStatusCode.OK);
        Assert.Equal(kept, changed["name"]);
        var me = (await Ada.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK);
        var version = me.Json.GetProperty("version").GetInt64();
        var own = new { name = typed, language = "es", version, phone = "\u202A099 55\u202C", specialty = typed };
        var profile = (await Ada.PutAsync("/api/accounts/me", own)).Expect(HttpStatusCode.OK);
        Assert.Equal((kept, "099 55", kept), (profile["name"], profile["phone"], profile["specialty"]));
        var wanted = new { name = typed, email = "c@mail.example" };
        (await IdentityHost.Anonymous().PostAsync("/api/registrations", wanted)).Expect(HttpStatusCode.Accepted);
        Assert.Equal(kept, (await IdentityHost.PublishedAsync<EmailConfirmationRequested>(x => x.To.Email == "c@mail.example")).To.Name);
        (await Ada.ChangeSettingsAsync(new { name = typed, mail = new { sender = typed } })).Expect(HttpStatusCode.OK);
        var settings = (await Ada.GetAsync("/api/settings")).Json.GetProperty("settings");
        Assert.Equal(kept, settings.GetProperty("name").GetString());
        Assert.Equal(kept, settings.GetProperty("mail").GetProperty("sender").GetString());
    }

    [Theory]
    [InlineData("\u200B\u200B")]
    [InlineData("\u202E")]
    [InlineData("\u3164")]
    [InlineData("\u00AD \u2060")]
    [InlineData("\u200C")]
    public async Task G12_of_which_nothing_can_be_seen_are_no_name(string name)
    {
        (await Ada.PostAsync("/api/accounts", new { name, email = "b@mail.example", roles = new[] { AccountRoles.Agent } }))
            .Invalid("name");
        (await Ada.ChangeAsync(Ada.Account, name: name)).Invalid("name");
        (await Ada.PutAsync("/api/accounts/me", new { name, language = "es", version = 1 })).Invalid("name");
        (await IdentityHost.Anonymous().PostAsync("/api/registrations", new { name, email = "c@mail.example" })).Invalid("name");
        (await Ada.ChangeSettingsAsync(new { name })).Invalid("name");
        var other = await TakeAnotherAsync();
        var setup = new { code = IdentityHost.SetupCode, name, email = IdentityHost.AdminEmail, password = IdentityHost.Password };
        (await other.Anonymous().PostAsync("/api/setup", setup)).Invalid("name");
        var unseen = new { name = "Ada", language = "es", version = 1, phone = name, specialty = name };
        var profile = (await Ada.PutAsync("/api/accounts/me", unseen)).Expect(HttpStatusCode.OK);
        Assert.Equal(("", ""), (profile["phone"], profile["specialty"]));
    }

    [Fact]
    public async Task G12_are_counted_as_they_are_kept()
    {
        var name = string.Join("   ", Enumerable.Repeat("Ñandú", 16)) + " \u202A" + new string('x', 4) + "\u202C   ";
        Assert.True(name.Length > 100);
        Assert.Equal(100, (await Ada.ChangeAsync(Ada.Account, name: name)).Expect(HttpStatusCode.OK)["name"].Length);
        (await Ada.ChangeAsync(Ada.Account, name: name + "y")).Invalid("name");
    }

    [Fact]
    public async Task G12_what_a_browser_says_it_is_is_cut_between_signs_and_cleaned()
    {
        var agent = new string('a', 199) + "😀 \u202E";
        var answer = await IdentityHost.Anonymous().SendAsync(
            HttpMethod.Post, "/api/sessions", new
            {
                email = IdentityHost.AdminEmail,
                password = IdentityHost.Password,
            }, ("User-Agent", agent));
        answer.Expect(HttpStatusCode.OK);
        var device = (await Ada.GetAsync("/api/sessions")).Expect(HttpStatusCode.OK).Items[0].GetProperty("device").GetString();
        Assert.Equal(new string('a', 199), device);
    }
}
