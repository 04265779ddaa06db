using System.Net;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Identity.Tests;

public sealed class Sessions_of_an_account : IdentityTest
{
    [Fact]
    public async Task SE8_are_listed_with_device_address_and_times_the_latest_used_first()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(10));
        var phone = IdentityHost.Anonymous().As((await IdentityHost.Anonymous().SendAsync(
            HttpMethod.Post, "/api/sessions", new { email = "Bruno@example.org", password = IdentityHost.Password },
            [("User-Agent", "Phone/1.0"), .. IdentityHost.From("203.0.113.7")])).Expect(HttpStatusCode.OK));

        var items = Items(await phone.GetAsync("/api/sessions"));
        // The sign-in with the first password ended when it was changed.
        Assert.Equal([true, false, false], items.Select(x => x.GetProperty("current").GetBoolean()));
        Assert.Equal(
            ("Phone/1.0", "203.0.113.7"), (items[0].GetProperty("device").GetString(), items[0].GetProperty("address").GetString()));
        Assert.True(
            items[0].GetProperty("lastUsedAt").GetDateTimeOffset() - items[1].GetProperty("lastUsedAt")
                .GetDateTimeOffset() > TimeSpan.FromMinutes(9));

        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(10));
        bruno = bruno.As((await bruno.RefreshAsync()).Expect(HttpStatusCode.OK));
        Assert.True(Items(await bruno.GetAsync("/api/sessions"))[0].GetProperty("current").GetBoolean());
    }

    [Fact]
    public async Task SE8_one_is_revoked_by_its_owner_and_its_tokens_with_it()
    {
        await using var other = await IdentityHost.StartOtherAsync();
        var lost = await IdentityHost.SignInAsync(IdentityHost.AdminEmail);
        var id = Items(await Ada.GetAsync("/api/sessions")).Single(x => !x.GetProperty("current").GetBoolean()).GetProperty("id").GetGuid();

        (await Ada.DeleteAsync($"/api/sessions/{id}")).Expect(HttpStatusCode.NoContent);
        (await lost.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
        (await lost.GetAsync("/api/sessions")).Refused(HttpStatusCode.Unauthorized, "session-ended");
        await other.RefusesAsync(lost);
        await IdentityHost.PublishedAsync<AccessRevoked>(x => x.SessionId == id);
        Assert.Single(Items(await Ada.GetAsync("/api/sessions")));
        (await Ada.DeleteAsync($"/api/sessions/{id}")).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task SE2_anothers_are_not_to_be_known_but_by_administrators()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        var adas = Items(await Ada.GetAsync("/api/sessions"))[0].GetProperty("id").GetGuid();
        (await bruno.DeleteAsync($"/api/sessions/{adas}")).Refused(HttpStatusCode.NotFound, "not-found");
        (await bruno.GetAsync($"/api/accounts/{Ada.Account}/sessions")).Refused(HttpStatusCode.Forbidden, "not-allowed");
        (await bruno.DeleteAsync($"/api/accounts/{Ada.Account}/sessions/{adas}")).Refused(HttpStatusCode.Forbidden, "not-allowed");

        foreach (var session in Items(await Ada.GetAsync($"/api/accounts/{bruno.Account}/sessions")))
            (await Ada.DeleteAsync($"/api/accounts/{bruno.Account}/sessions/{session.GetProperty("id").GetGuid()}"))
                .Expect(HttpStatusCode.NoContent);
        (await bruno.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
        (await Ada.DeleteAsync($"/api/accounts/{bruno.Account}/sessions/{adas}")).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task F17_what_a_browser_says_of_itself_is_cut_to_a_line()
    {
        (await IdentityHost.Anonymous().SendAsync(
            HttpMethod.Post, "/api/sessions", new { email = IdentityHost.AdminEmail, password = IdentityHost.Password },
            [("User-Agent", new string('x', 5000)), .. IdentityHost.From("not an address")])).Expect(HttpStatusCode.OK);
        Assert.Equal(200, Items(await Ada.GetAsync("/api/sessions"))[0].GetProperty("device").GetString()!.Length);
    }

    [Fact]
    public async Task AD9_the_last_sign_in_is_shown_to_its_owner_and_to_administrators()
    {
        await IdentityHost.SignInAsync(IdentityHost.AdminEmail);
        var first = IdentityHost.Clock.GetUtcNow();
        IdentityHost.Clock.Advance(TimeSpan.FromHours(2));
        var answer = (await IdentityHost.Anonymous().PostAsync(
            "/api/sessions", new { email = IdentityHost.AdminEmail, password = IdentityHost.Password })).Expect(HttpStatusCode.OK);
        Assert.InRange(
            answer.Json.GetProperty("account").GetProperty("lastSignInAt").GetDateTimeOffset(), first.AddMinutes(-1), first.AddSeconds(1));
        var ada = Ada.As(answer);
        Assert.InRange(
            (await ada.GetAsync($"/api/accounts/{ada.Account}")).Json.GetProperty("lastSignInAt").GetDateTimeOffset(), first.AddHours(1),
            first.AddHours(3));
    }

    static List<JsonElement> Items(Answer answer) => [.. answer.Expect(HttpStatusCode.OK).Items.EnumerateArray()];
}
