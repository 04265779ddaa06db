using System.Globalization;
using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.Notification.MailTests;
using Helpdesk.Notification.Tests.Smtp;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

public sealed class Testing_the_mail_server(ServiceWithAnotherServer shared) : IClassFixture<ServiceWithAnotherServer>, IAsyncLifetime
{
    readonly MailServer _other = shared.Other;
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    public ValueTask InitializeAsync() => shared.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task NO12_the_test_goes_to_the_administrators_own_address_and_to_no_other()
    {
        var answer = (await TestAsync(new { to = "victim@example.org", email = "victim@example.org" })).Expect(HttpStatusCode.OK);
        Assert.Equal(("True", "sent", "diana@example.org"), (answer["sent"], answer["outcome"], answer["to"]));
        var mail = Assert.Single(_installation.Smtp.Mails);
        Assert.Equal(("diana@example.org", "Connection test - Soporte Andina"), (mail.To, mail.Subject));
        Assert.False(await _service.ReadAsync(db => db.Deliveries.AnyAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task G22_needs_a_password_that_was_given_within_the_last_minutes()
    {
        var admin = new Caller(_service.As(AccountRoles.Admin));
        (await admin.PostAsync("/api/mail-tests", new { })).Expect(HttpStatusCode.OK);
        _service.Clock.Advance(TimeSpan.FromMinutes(5));
        var refused = (await admin.PostAsync("/api/mail-tests", new { })).Expect(HttpStatusCode.Forbidden);
        Assert.Equal("password-required", refused.Problem);
        Assert.Single(_installation.Smtp.Mails);
        (await new Caller(_service.As(AccountRoles.Admin)).PostAsync("/api/mail-tests", new { })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task NO12_settings_can_be_tried_before_they_are_saved()
    {
        _other.Account = "mailer:s3cret";
        var settings = new
        {
            server = $"smtp://127.0.0.1:{_other.Port}",
            user = "mailer",
            password = "s3cret",
            from = "nuevo@andina.example",
            sender = "Nuevo",
        };
        Assert.Equal("sent", (await TestAsync(settings)).Expect(HttpStatusCode.OK)["outcome"]);
        Assert.Contains("nuevo@andina.example", Assert.Single(_other.Mails).Header("From"), StringComparison.Ordinal);
        Assert.Empty(_installation.Smtp.Mails);

        var refused = (await TestAsync(settings with { password = "wrong" })).Expect(HttpStatusCode.OK);
        Assert.Equal(("False", "sign-in-refused"), (refused["sent"], refused["outcome"]));
        Assert.Single(_other.Mails);
    }

    [Theory]
    [InlineData("550 5.1.1 SECRET-BANNER", "recipient-refused")]
    [InlineData("554 5.7.1 SECRET-BANNER", "refused")]
    [InlineData("450 4.2.1 SECRET-BANNER", "refused-for-now")]
    [InlineData("SECRET-BANNER", "failed")]
    public async Task F7_the_answer_is_in_our_words_and_never_in_the_servers(string reply, string outcome)
    {
        _installation.Smtp.OnRecipient = _ => reply;
        var answer = (await TestAsync(new { })).Expect(HttpStatusCode.OK);
        Assert.Equal(("False", outcome), (answer["sent"], answer["outcome"]));
        Assert.DoesNotContain("SECRET", answer.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task F7_a_server_that_says_nothing_or_is_not_there_costs_a_bounded_time()
    {
        _installation.Smtp.Silent = true;
        var asked = TestAsync(new { });
        // Connected: else the server would see the call only when the next test counts calls.
        await Eventually.HoldsAsync(() => _installation.Smtp.Connections == 1);
        Assert.Equal([TimeSpan.FromSeconds(10)], _installation.SmtpTimeouts.Pending);
        _installation.SmtpTimeouts.ExpireAll();
        Assert.Equal("no-answer", (await asked).Expect(HttpStatusCode.OK)["outcome"]);
        Assert.Equal("no-connection", (await TestAsync(new { server = "smtp://127.0.0.1:1" })).Expect(HttpStatusCode.OK)["outcome"]);
    }

    [Theory]
    [InlineData("smtp://127.0.0.1:22")]
    [InlineData("http://127.0.0.1:25")]
    [InlineData("smtps://127.0.0.1:465")]
    [InlineData("127.0.0.1")]
    [InlineData("file:///etc/passwd")]
    public async Task F7_what_is_no_mail_server_is_not_called(string server)
    {
        var answer = (await TestAsync(new { server })).Expect(HttpStatusCode.BadRequest);
        Assert.Equal(["server"], answer.Wrong);
    }

    [Fact]
    public async Task NO12_other_settings_can_be_tried_while_the_saved_ones_are_broken()
    {
        var version = await _service.ReadAsync(db => db.Settings.MaxAsync(x => (long?)x.Version)) ?? 0;
        await ChangedAsync(new()
        {
            Version = version + 1,
            Mail = new() { User = "mailer", ProtectedPassword = "of other keys" },
            ChangedAt = SampleEvents.Now,
            ChangedBy = SampleEvents.Carlos,
        });
        (await TestAsync(new { })).Expect(HttpStatusCode.BadRequest);
        Assert.Equal("sent", (await TestAsync(new { server = $"smtp://127.0.0.1:{_other.Port}" })).Expect(HttpStatusCode.OK)["outcome"]);
        Assert.Single(_other.Mails);
        await ChangedAsync(new() { Version = version + 2, ChangedAt = SampleEvents.Now, ChangedBy = SampleEvents.Carlos });
    }

    [Fact]
    public async Task A_sender_that_is_none_is_said_so() =>
        Assert.Equal(["from"], (await TestAsync(new { from = "nobody" })).Expect(HttpStatusCode.BadRequest).Wrong);

    [Fact]
    public async Task F7_after_a_few_tests_in_a_minute_the_next_has_to_wait()
    {
        var me = new Caller(_service.As(AccountRoles.Admin));
        var (sent, answer) = (0, await me.PostAsync("/api/mail-tests", new { }));
        // A slow machine can be so slow that more than a minute goes by.
        for (; answer.Status == HttpStatusCode.OK; answer = await me.PostAsync("/api/mail-tests", new { }))
            sent++;
        Assert.Equal("too-many-mail-tests", answer.Expect(HttpStatusCode.TooManyRequests).Problem);
        Assert.InRange(sent, 5, int.MaxValue);
        Assert.Equal(sent, _installation.Smtp.Mails.Count);
    }

    [Fact]
    public void F7_a_few_tests_are_five()
    {
        using var limiter = new MailTestLimiter();
        Assert.Equal(
            [true, true, true, true, true, false],
            Enumerable.Range(0, 6).Select(_ => limiter.TryAcquire(SampleEvents.Carlos.Id!.Value, out var _)));
        Assert.True(limiter.TryAcquire(Guid.NewGuid(), out var _));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden, AccountRoles.Customer)]
    [InlineData(HttpStatusCode.Forbidden, AccountRoles.Agent, AccountRoles.Dispatcher)]
    public async Task F7_nobody_but_an_administrator_can_have_a_server_called(HttpStatusCode status, params string[] roles)
    {
        var caller = new Caller(roles.Length == 0 ? _service.CreateClient() : _service.As(roles));
        (await caller.PostAsync("/api/mail-tests", new { server = $"smtp://127.0.0.1:{_other.Port}" })).Expect(status);
        Assert.Equal((0, 0), (_other.Connections, _installation.Smtp.Connections));
    }

    async Task ChangedAsync(Contracts.SettingsChanged settings)
    {
        await _service.PublishAsync(settings);
        await Eventually.HoldsAsync(() =>
            _service.ReadAsync(db => db.Settings.AnyAsync(x => x.Version == settings.Version, TestContext.Current.CancellationToken)));
        _installation.Clock.Advance(TimeSpan.FromSeconds(2.1));
    }

    Task<Answer> TestAsync(object settings) => new Caller(_service.As(AccountRoles.Admin)).PostAsync("/api/mail-tests", settings);
}
