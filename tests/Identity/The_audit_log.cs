using System.Net;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.Identity.Tests;

public sealed class The_audit_log : IdentityTest
{
    [Fact]
    public async Task OP3_tells_who_changed_which_setting_from_what_to_what()
    {
        (await Ada.ChangeSettingsAsync(new { closeAfter = "5.00:00:00" })).Expect(HttpStatusCode.OK);
        (await Ada.ChangeSettingsAsync(new
        {
            closeAfter = "4.00:00:00",
            name = "Soporte",
            mail = new { server = "smtp://mail.example:25", user = "u", password = "very-secret" },
        })).Expect(HttpStatusCode.OK);
        var entry = (await EntriesAsync("?action=SettingsChanged"))[0];
        Assert.Equal((Ada.Account, "Ada Admin"), (entry.GetProperty("actorId").GetGuid(), entry.GetProperty("actorName").GetString()));
        Assert.Equal(
            [
                "closeAfter: 5.00:00:00 -> 4.00:00:00", "mail.password:  -> •••", "mail.server:  -> smtp://mail.example:25",
                "mail.user:  -> u", "name:  -> Soporte"],
            Changes(entry));
    }

    [Fact]
    public async Task OP3_tells_what_was_done_to_an_account()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        (await Ada.ChangeAsync(bruno.Account, roles: [AccountRoles.Agent, AccountRoles.Dispatcher])).Expect(HttpStatusCode.OK);
        (await Ada.PutAsync($"/api/accounts/{bruno.Account}/suspension")).Expect(HttpStatusCode.NoContent);
        (await Ada.DeleteAsync($"/api/accounts/{bruno.Account}/suspension")).Expect(HttpStatusCode.NoContent);
        (await Ada.ChangeAsync(bruno.Account, password: "another-given-password")).Expect(HttpStatusCode.OK);
        (await Ada.PostAsync($"/api/accounts/{bruno.Account}/password-resets", null)).Expect(HttpStatusCode.Created);

        var entries = await EntriesAsync($"?subject={bruno.Account}");
        Assert.Equal(
            [
                "AccountChanged", "AccountCreated", "AccountSuspended", "PasswordChanged", "PasswordChanged", "PasswordResetSent",
                "SuspensionLifted"],
            entries.Select(x => x.GetProperty("action").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["roles: Agent -> Agent, Dispatcher"],
            entries.Where(x => x.GetProperty("action").GetString() == "AccountChanged").SelectMany(Changes));
        Assert.Equal([bruno.Account], (await EntriesAsync($"?actor={bruno.Account}")).Select(x => x.GetProperty("subjectId").GetGuid()));
        Assert.DoesNotContain("another-given-password", (await Ada.GetAsync("/api/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OP3_tells_nothing_of_what_was_refused()
    {
        (await Ada.ChangeAsync(Ada.Account, roles: [AccountRoles.Agent])).Refused(HttpStatusCode.Conflict, "last-administrator");
        (await Ada.ChangeSettingsAsync(new { name = "" })).Invalid("name");
        (await Ada.PostAsync(
            "/api/accounts",
            new { name = "Twin", email = IdentityHost.AdminEmail, password = Client.FirstPassword, roles = new[] { AccountRoles.Agent } }))
            .Refused(HttpStatusCode.Conflict, "email-taken");
        Assert.Equal("InstallationSetUp", Assert.Single(await EntriesAsync("")).GetProperty("action").GetString());
    }

    [Fact]
    public async Task G15_of_a_date_it_tells_the_whole_day_in_the_callers_zone()
    {
        var at = (await EntriesAsync(""))[0].GetProperty("at").GetDateTimeOffset();
        foreach (var zone in new[] { "Pacific/Kiritimati", "Pacific/Honolulu", "UTC" })
        {
            var day = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;
            Assert.Single(await EntriesAsync($"?from={day:yyyy-MM-dd}&until={day:yyyy-MM-dd}&zone={zone}"));
            Assert.Empty(await EntriesAsync($"?from={day.AddDays(1):yyyy-MM-dd}&zone={zone}"));
            Assert.Empty(await EntriesAsync($"?until={day.AddDays(-1):yyyy-MM-dd}&zone={zone}"));
        }

        (await Ada.GetAsync("/api/audit?from=2026-01-01&zone=Mars/Olympus")).Invalid("zone");
    }

    [Theory]
    [InlineData("update audit_entry set actor_name = 'Nobody'")]
    [InlineData("delete from audit_entry")]
    [InlineData("truncate audit_entry")]
    public async Task OP3_is_only_added_to(string sql)
    {
        await using var db = IdentityHost.Open();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(sql, Stop));
        Assert.Equal("The audit log is only added to.", refused.MessageText);
        Assert.Single(await EntriesAsync(""));
    }

    [Fact]
    public async Task OP3_is_paged_with_the_latest_first_and_found_by_time()
    {
        for (var i = 0; i < 22; i++)
            (await Ada.ChangeSettingsAsync(new { name = $"Name {i}" })).Expect(HttpStatusCode.OK);
        var first = (await Ada.GetAsync("/api/audit")).Expect(HttpStatusCode.OK);
        Assert.Equal((20, true), (first.Items.GetArrayLength(), first.Flag("more")));
        Assert.Equal(["name: Name 20 -> Name 21"], Changes(first.Items[0]));
        Assert.Equal(3, (await EntriesAsync("?page=2")).Count);

        var later = IdentityHost.Clock.GetUtcNow().AddMinutes(1)
            .ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Empty(await EntriesAsync($"?from={later}"));
        Assert.Equal(20, (await EntriesAsync($"?until={later}")).Count);
    }

    [Theory]
    [InlineData("?action=Nothing")]
    [InlineData("?action=3")]
    [InlineData("?actor=me")]
    [InlineData("?from=yesterday")]
    [InlineData("?page=0")]
    [InlineData("?size=101")]
    public async Task F17_wrong_questions_are_refused(string query) =>
        (await Ada.GetAsync("/api/audit" + query)).Expect(HttpStatusCode.BadRequest);

    async Task<List<JsonElement>> EntriesAsync(string query) =>
        [.. (await Ada.GetAsync("/api/audit" + query)).Expect(HttpStatusCode.OK).Items.EnumerateArray()];

    static IEnumerable<string> Changes(JsonElement entry) =>
        entry.GetProperty("changes").EnumerateArray()
            .Select(x => $"{x.GetProperty("field")}: {x.GetProperty("before")} -> {x.GetProperty("after")}").Order(StringComparer.Ordinal);
}
