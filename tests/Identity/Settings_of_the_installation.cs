using System.Net;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Identity.Tests;

public sealed class Settings_of_the_installation : IdentityTest
{
    [Fact]
    public async Task OP3_are_changed_without_a_restart_and_others_hear_of_them()
    {
        var before = (await Ada.GetAsync("/api/settings")).Expect(HttpStatusCode.OK);
        Assert.Equal(
            ("0", "Helpdesk", "3.00:00:00"),
            (
                before["version"], before.Json.GetProperty("defaults").GetProperty("name").GetString(),
                before.Json.GetProperty("defaults").GetProperty("closeAfter").GetString()));

        var changed = (await Ada.ChangeSettingsAsync(new
        {
            name = "Soporte Andina",
            zone = "America/Guayaquil",
            language = "es",
            closeAfter = "1.00:00:00",
            warnAfter = "12:00:00",
            agentsSee = "Assigned",
        })).Expect(HttpStatusCode.OK);
        Assert.Equal(("1", "Ada Admin"), (changed["version"], changed["changedBy"]));
        var shown = (await IdentityHost.Anonymous().GetAsync("/api/settings/public")).Expect(HttpStatusCode.OK);
        Assert.Equal(("Soporte Andina", "America/Guayaquil", "es", "1.00:00:00", "12:00:00", "7.00:00:00"),
            (shown["name"], shown["zone"], shown["language"], shown["closeAfter"], shown["warnAfter"], shown["reopenWindow"]));

        var told = await IdentityHost.PublishedAsync<SettingsChanged>(x => x.Version == 1);
        Assert.Equal(
            ("Soporte Andina", "America/Guayaquil", "es", TimeSpan.FromDays(1), TimeSpan.FromHours(12), "Assigned"),
            (told.Name, told.Zone, told.Language, told.CloseAfter, told.WarnAfter, told.AgentsSee));
        Assert.Equal((null, null, null, Ada.Account), (told.ReopenWindow, told.PurgeAfter, told.Mail, told.ChangedBy.Id));
    }

    [Fact]
    public async Task OP3_what_is_chosen_no_more_falls_back_and_what_stays_the_same_is_no_change()
    {
        (await Ada.ChangeSettingsAsync(new { name = "Soporte" })).Expect(HttpStatusCode.OK);
        Assert.Equal("1", (await Ada.ChangeSettingsAsync(new { name = " Soporte " })).Expect(HttpStatusCode.OK)["version"]);
        Assert.Equal("2", (await Ada.ChangeSettingsAsync(new { })).Expect(HttpStatusCode.OK)["version"]);
        Assert.Equal("Helpdesk", (await IdentityHost.Anonymous().GetAsync("/api/settings/public"))["name"]);
        Assert.Null((await IdentityHost.PublishedAsync<SettingsChanged>(x => x.Version == 2)).Name);
    }

    [Fact]
    public async Task OP3_of_two_who_change_them_the_second_is_told_who_was_first()
    {
        (await Ada.ChangeSettingsAsync(new { name = "First" }, "\"0\"")).Expect(HttpStatusCode.OK);
        var refused = (await Ada.ChangeSettingsAsync(new { name = "Second" }, "\"0\""))
            .Refused(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
        Assert.Equal(("1", "Ada Admin"), (refused["version"], refused["changedBy"]));
        (await Ada.PutAsync("/api/settings", new { name = "Third" })).Refused(HttpStatusCode.PreconditionRequired, "version-missing");
        (await Ada.ChangeSettingsAsync(new { name = "Third" }, "\"x\"")).Refused(HttpStatusCode.PreconditionRequired, "version-missing");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Ada.ChangeSettingsAsync(
            new { name = $"At once {i}" }, "\"1\"")));
        Assert.Single(answers, x => x.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task G21_the_seen_version_is_one_of_a_list_weak_or_any()
    {
        (await Ada.ChangeSettingsAsync(new { name = "First" }, "\"0\", \"7\"")).Expect(HttpStatusCode.OK);
        (await Ada.ChangeSettingsAsync(new { name = "Second" }, "W/\"1\"")).Expect(HttpStatusCode.OK);
        (await Ada.ChangeSettingsAsync(new { name = "Third" }, "*")).Expect(HttpStatusCode.OK);
        (await Ada.ChangeSettingsAsync(new { name = "Fourth" }, "\"1\", \"2\"")).Refused(HttpStatusCode.PreconditionFailed,
            "changed-meanwhile");
        foreach (var unreadable in new[] { "3", "\"3", "W/3", "*, \"3\"", "\"" })
            (await Ada.ChangeSettingsAsync(new { name = "Fourth" }, unreadable)).Refused(HttpStatusCode.BadRequest, "if-match-unreadable");
        Assert.Equal("Third", (await IdentityHost.Anonymous().GetAsync("/api/settings/public"))["name"]);
    }

    [Theory]
    [InlineData("name", """{"name":"  "}""")]
    [InlineData("name", """{"name":"a\nb"}""")]
    [InlineData("zone", """{"zone":"Quito"}""")]
    [InlineData("zone", """{"zone":"SA Pacific Standard Time"}""")]
    [InlineData("languages", """{"languages":[]}""")]
    [InlineData("languages", """{"languages":["fr"]}""")]
    [InlineData("languages", """{"languages":[null]}""")]
    [InlineData("language", """{"languages":["es"]}""")]
    [InlineData("closeAfter", """{"closeAfter":"00:10:00","warnAfter":"00:05:00"}""")]
    [InlineData("closeAfter", """{"closeAfter":"soon"}""")]
    [InlineData("warnAfter", """{"closeAfter":"1.00:00:00"}""")]
    [InlineData("warnAfter", """{"warnAfter":"3.00:00:00"}""")]
    [InlineData("warnAfter", """{"warnAfter":"-01:00:00"}""")]
    [InlineData("reopenWindow", """{"reopenWindow":"-00:00:01"}""")]
    [InlineData("purgeAfter", """{"purgeAfter":"00:00:00"}""")]
    [InlineData("agentsSee", """{"agentsSee":"Nothing"}""")]
    [InlineData("staffIdle", """{"staffIdle":"00:00:30"}""")]
    [InlineData("staffIdleWarning", """{"staffIdle":"00:01:00","staffIdleWarning":"00:01:00"}""")]
    [InlineData("wrongPasswords", """{"wrongPasswords":100}""")]
    [InlineData("lockFor", """{"lockFor":"00:00:01"}""")]
    [InlineData("invitationFor", """{"invitationFor":"365.00:00:00"}""")]
    [InlineData("mail.server", """{"mail":{"server":"http://mail.example"}}""")]
    [InlineData("mail.server", """{"mail":{"server":"smtp://user:secret@mail.example:25"}}""")]
    [InlineData("mail.server", """{"mail":{"server":"smtp://10.0.0.5:22"}}""")]
    [InlineData("mail.server", """{"mail":{"server":"smtps://mail.example:993"}}""")]
    [InlineData("mail.server", """{"mail":{"server":"smtp:mail.example"}}""")]
    [InlineData("anonymousPerMinute", """{"anonymousPerMinute":4}""")]
    [InlineData("signedInPerMinute", """{"signedInPerMinute":19}""")]
    [InlineData("signInPerMinute", """{"signInPerMinute":0}""")]
    [InlineData("signInPerMinute", """{"signInPerMinute":100001}""")]
    [InlineData("mail.from", """{"mail":{"from":"no address"}}""")]
    [InlineData("mail.sender", """{"mail":{"sender":"a\r\nBcc: x@example.org"}}""")]
    public async Task OP3_wrong_ones_are_named(string field, string body)
    {
        (await Ada.ChangeSettingsAsync(body)).Invalid(field);
        Assert.Equal("0", (await Ada.GetAsync("/api/settings"))["version"]);
    }

    [Fact]
    public async Task OP1_the_password_of_the_mail_server_goes_in_and_never_comes_out()
    {
        const string secret = "pass-word-of-the-mail";
        var mail = new
        {
            server = "smtps://mail.example:587",
            user = "helpdesk",
            password = (string?)secret,
            from = "help@example.org",
            sender = "Help",
        };
        var changed = (await Ada.ChangeSettingsAsync(new { mail })).Expect(HttpStatusCode.OK);
        Assert.True(changed.Json.GetProperty("settings").GetProperty("mail").GetProperty("hasPassword").GetBoolean());
        var told = await IdentityHost.PublishedAsync<SettingsChanged>(x => x.Version == 1);
        Assert.Equal(
            (secret, "smtps://mail.example:587", "helpdesk"),
            (IdentityHost.Protector.Unprotect<MailPassword>(told.Mail!.ProtectedPassword)!.Value, told.Mail.Server, told.Mail.User));

        // Kept when it is not said; removed when it is empty; asked for again when it would go to another server.
        (await Ada.ChangeSettingsAsync(new { mail = mail with { password = null, sender = "Helpers" } })).Expect(HttpStatusCode.OK);
        Assert.NotNull((await IdentityHost.PublishedAsync<SettingsChanged>(x => x.Version == 2)).Mail!.ProtectedPassword);
        (await Ada.ChangeSettingsAsync(new { mail = mail with { password = null, server = "smtps://catcher.example:587" } }))
            .Invalid("mail.password");
        (await Ada.ChangeSettingsAsync(new { mail = mail with { password = "" } })).Expect(HttpStatusCode.OK);
        Assert.Null((await IdentityHost.PublishedAsync<SettingsChanged>(x => x.Version == 3)).Mail!.ProtectedPassword);

        foreach (var path in (string[])["/api/settings", "/api/audit", "/api/settings/public"])
            Assert.DoesNotContain(secret, (await Ada.GetAsync(path)).Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SE6_the_limits_of_requests_are_chosen_here_and_told_to_the_gateway()
    {
        var preset = (await IdentityHost.Anonymous().GetAsync("/api/settings/public")).Expect(HttpStatusCode.OK).Json.GetProperty("limits");
        Assert.All(preset.EnumerateObject(), x => Assert.Equal(JsonValueKind.Null, x.Value.ValueKind));
        var changed = (await Ada.ChangeSettingsAsync(new { anonymousPerMinute = 30, signedInPerMinute = 200 })).Expect(HttpStatusCode.OK);
        Assert.Equal(
            (30, 50),
            (
                changed.Json.GetProperty("settings").GetProperty("anonymousPerMinute").GetInt32(),
                changed.Json.GetProperty("defaults").GetProperty("signInPerMinute").GetInt32()));

        var shown = (await IdentityHost.Anonymous().GetAsync("/api/settings/public")).Expect(HttpStatusCode.OK).Json.GetProperty("limits");
        Assert.Equal((30, 200), (shown.GetProperty("anonymousPerMinute").GetInt32(), shown.GetProperty("signedInPerMinute").GetInt32()));
        Assert.Equal(JsonValueKind.Null, shown.GetProperty("signInPerMinute").ValueKind);
        var told = await IdentityHost.PublishedAsync<SettingsChanged>(x => x.Version == 1);
        Assert.Equal((30, 200, null), (told.AnonymousPerMinute, told.SignedInPerMinute, told.SignInPerMinute));
    }

    [Fact]
    public async Task OP7_the_zone_is_told_to_everybody_and_times_stay_in_UTC()
    {
        (await Ada.ChangeSettingsAsync(new { zone = "America/Lima" })).Expect(HttpStatusCode.OK);
        Assert.Equal("America/Lima", (await IdentityHost.Anonymous().GetAsync("/api/settings/public"))["zone"]);
        Assert.Equal(TimeSpan.Zero, (await Ada.GetAsync("/api/settings")).Json.GetProperty("changedAt").GetDateTimeOffset().Offset);
    }

    [Fact]
    public async Task SE4_F35_staff_idle_for_five_minutes_with_a_warning_of_one_unless_chosen_otherwise()
    {
        var preset = (await IdentityHost.Anonymous().GetAsync("/api/settings/public")).Expect(HttpStatusCode.OK);
        Assert.Equal(("00:05:00", "00:01:00"), (preset["staffIdle"], preset["staffIdleWarning"]));
        (await Ada.ChangeSettingsAsync(new { staffIdle = "00:30:00", staffIdleWarning = "00:02:00" })).Expect(HttpStatusCode.OK);
        var chosen = (await IdentityHost.Anonymous().GetAsync("/api/settings/public")).Expect(HttpStatusCode.OK);
        Assert.Equal(("00:30:00", "00:02:00"), (chosen["staffIdle"], chosen["staffIdleWarning"]));
    }

    [Fact]
    public async Task F17_the_limits_of_wrong_passwords_are_those_chosen()
    {
        (await Ada.ChangeSettingsAsync(new { wrongPasswords = 3, lockFor = "00:05:00" })).Expect(HttpStatusCode.OK);
        for (var i = 0; i < 3; i++)
            await SignIn("wrong-password-here");
        (await SignIn(IdentityHost.Password)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(6));
        (await SignIn(IdentityHost.Password)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task SE2_are_seen_and_changed_by_administrators_only()
    {
        var member = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent, AccountRoles.Dispatcher, AccountRoles.Customer);
        foreach (var path in (string[])["/api/settings", "/api/audit"])
        {
            (await member.GetAsync(path)).Refused(HttpStatusCode.Forbidden, "not-allowed");
            (await IdentityHost.Anonymous().GetAsync(path)).Refused(HttpStatusCode.Unauthorized, "not-signed-in");
        }

        (await member.ChangeSettingsAsync(new { name = "Mine" }, "\"0\"")).Refused(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task OP1_name_zone_and_language_can_be_chosen_with_the_first_administrator()
    {
        var host = await TakeAnotherAsync();
        object Setup(string zone) =>
            new
            {
                code = IdentityHost.SetupCode,
                name = "Ada Admin",
                email = IdentityHost.AdminEmail,
                password = IdentityHost.Password,
                installation = new { name = "Soporte Andina", zone, language = "es" },
            };
        Assert.Contains(
            "installation.zone",
            (await host.Anonymous().PostAsync("/api/setup", Setup("Quito"))).Refused(HttpStatusCode.BadRequest, "invalid").Wrong);
        (await host.Anonymous().PostAsync("/api/setup", Setup("America/Guayaquil"))).Expect(HttpStatusCode.Created);
        var shown = (await host.Anonymous().GetAsync("/api/settings/public")).Expect(HttpStatusCode.OK);
        Assert.Equal(("Soporte Andina", "America/Guayaquil", "es"), (shown["name"], shown["zone"], shown["language"]));
        Assert.Equal("Soporte Andina", (await host.PublishedAsync<SettingsChanged>(x => x.Version == 1)).Name);
    }

    Task<Answer> SignIn(string password) =>
        IdentityHost.Anonymous().PostAsync("/api/sessions", new { email = IdentityHost.AdminEmail, password });
}
