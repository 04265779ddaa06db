using System.Net;
using Helpdesk.Api.Deliveries;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Status;
using Helpdesk.Notification.Tests.Smtp;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

public sealed class The_status_of_the_mail(RunningService shared) : IClassFixture<RunningService>, IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    public ValueTask InitializeAsync()
    {
        // How late a mail is must not depend on how long the machine takes.
        _installation.Clock.Stop();
        return shared.ResetAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task N11_is_up_to_date_while_nothing_waits_and_tells_nothing_else()
    {
        await OpenedAsync(DeliveryState.Sent);
        var answer = await StatusAsync();
        Assert.Equal(("upToDate", "0"), (answer["state"], answer["oldestSeconds"]));
        Assert.Equal(["state", "oldestSeconds"], answer.Json.EnumerateObject().Select(x => x.Name));
    }

    [Fact]
    public async Task N11_is_down_while_the_mail_server_is_away_and_catches_up_when_it_is_back()
    {
        var port = _installation.Smtp.Port;
        await _installation.Smtp.DisposeAsync();
        for (var i = 0; i < 2; i++)
            await OpenedAsync(DeliveryState.Queued);
        // Two are enough to know; the others wait untried.
        for (var i = 0; i < 5; i++)
            await _service.PublishAsync(SampleEvents.Opened(SampleEvents.Ticket(token: _service.Protect("x"))));
        _installation.Clock.Advance(TimeSpan.FromSeconds(40));
        var answer = await StatusAsync();
        Assert.Equal("down", answer["state"]);
        Assert.Equal(45, answer.Json.GetProperty("oldestSeconds").GetInt64());

        // It is back, and some have left; over the others a worker passes, since somebody holds them.
        _installation.Smtp = new MailServer(port);
        await using var holder = _service.Open();
        await using (await holder.Database.BeginTransactionAsync())
        {
            await holder.Database.ExecuteSqlAsync(
                $"select from delivery where next_attempt_at is not null order by created_at desc limit 3 for update");
            _installation.Clock.Advance(TimeSpan.FromMinutes(3));
            await Eventually.HoldsAsync(() =>
                _service.ReadAsync(async db => await db.Deliveries.CountAsync(x => x.NextAttemptAt != null) == 3));
            Assert.Equal("catchingUp", (await StatusAsync())["state"]);
        }

        await Eventually.HoldsAsync(() => _installation.Smtp.Mails.Select(x => x.To).Distinct().Count() == 7);
        await Eventually.HoldsAsync(async () => (await StatusAsync())["state"] == "upToDate");
    }

    [Fact]
    public async Task N11_one_mail_is_enough_to_see_that_the_server_says_nothing()
    {
        _installation.Smtp.Silent = true;
        await OpenedAsync(DeliveryState.Queued);
        Assert.Equal("down", (await StatusAsync())["state"]);
    }

    [Fact]
    public async Task A_mailbox_that_is_full_is_not_the_mail_servers_fault()
    {
        _installation.Smtp.OnRecipient = _ => "452 4.2.2 Mailbox full";
        await OpenedAsync(DeliveryState.Queued);
        Assert.Equal("upToDate", (await StatusAsync())["state"]);
        await OpenedAsync(DeliveryState.Queued);
        Assert.Equal("upToDate", (await StatusAsync())["state"]);
        await OpenedAsync(DeliveryState.Queued);
        Assert.Equal("catchingUp", (await StatusAsync())["state"]);
    }

    [Theory]
    [InlineData("550 5.1.1 No such user")]
    [InlineData("554 5.7.1 Not from you")]
    public async Task N11_what_is_refused_for_good_is_not_late_however_many_it_are(string reply)
    {
        _installation.Smtp.OnRecipient = _ => reply;
        for (var i = 0; i < 5; i++)
        {
            var ticket = SampleEvents.Ticket(token: _service.Protect("x"));
            await _service.PublishAsync(SampleEvents.Opened(ticket));
            await _service.RowAsync(ticket.Number, x => x is { State: DeliveryState.Failed, Attempts: 1 });
        }

        Assert.Equal("upToDate", (await StatusAsync())["state"]);
    }

    [Fact]
    public async Task What_is_held_back_on_purpose_is_not_late()
    {
        await OpenedAsync(DeliveryState.Sent);
        await _service.ReadAsync(db => db.Deliveries.Where(x => x.State == DeliveryState.Sent)
            .ExecuteUpdateAsync(x => x.SetProperty(d => d.State, DeliveryState.Queued).SetProperty(d => d.Attempts, 0)
                .SetProperty(d => d.NextAttemptAt, _installation.Clock.GetUtcNow().AddHours(1))));
        Assert.Equal("upToDate", (await StatusAsync())["state"]);
    }

    [Fact]
    public async Task N11_what_nobody_has_tried_in_time_is_being_caught_up_with()
    {
        await OpenedAsync(DeliveryState.Sent);
        await _service.ReadAsync(db => db.Deliveries.Where(x => x.State == DeliveryState.Sent)
            .ExecuteUpdateAsync(x => x.SetProperty(d => d.State, DeliveryState.Queued).SetProperty(d => d.Attempts, 0)
                .SetProperty(d => d.NextAttemptAt, _installation.Clock.GetUtcNow().AddHours(1))));
        // A worker passes over a row that somebody holds.
        await using var holder = _service.Open();
        await using (await holder.Database.BeginTransactionAsync())
        {
            await holder.Database.ExecuteSqlAsync($"select from delivery where next_attempt_at is not null for update");
            _installation.Clock.Advance(TimeSpan.FromHours(1) + CachedMailStatus.InTime);
            Assert.Equal("catchingUp", (await StatusAsync())["state"]);
        }

        await Eventually.HoldsAsync(async () => (await StatusAsync())["state"] == "upToDate");
    }

    [Fact]
    public async Task However_many_ask_it_is_read_once_in_a_few_seconds()
    {
        Assert.Equal("upToDate", (await StatusAsync())["state"]);
        _installation.Smtp.Silent = true;
        await OpenedAsync(DeliveryState.Queued);
        var anybody = new Caller(_service.CreateClient());
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => anybody.GetAsync("/api/mail-status"))),
            x => Assert.Equal("upToDate", x["state"]));
        Assert.Equal("down", (await StatusAsync())["state"]);
    }

    /// <summary>What anybody is told, once what was read before has grown old.</summary>
    async Task<Answer> StatusAsync()
    {
        _installation.Clock.Advance(CachedMailStatus.Fresh);
        return (await new Caller(_service.CreateClient()).GetAsync("/api/mail-status")).Expect(HttpStatusCode.OK);
    }

    async Task OpenedAsync(DeliveryState state)
    {
        var ticket = SampleEvents.Ticket(token: _service.Protect("x"));
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        await Eventually.HoldsAsync(async () =>
        {
            if (_installation.Smtp.Silent)
                _installation.SmtpTimeouts.ExpireAll();
            return (await _service.LedgerAsync(ticket.Number))
                .Any(x => x.State == state && (state == DeliveryState.Sent || x.Attempts == 1));
        });
    }
}
