using Helpdesk.Api.Deliveries;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Sending;
using Helpdesk.Notification.Tests.Smtp;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

public sealed class A_mail_server_in_trouble(RunningService shared) : IClassFixture<RunningService>, IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    public ValueTask InitializeAsync()
    {
        // How soon the machine gets to something must not decide what is due.
        _installation.Clock.Stop();
        return shared.ResetAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task NO11_what_could_not_be_sent_while_it_was_away_arrives_once_when_it_is_back()
    {
        var port = _installation.Smtp.Port;
        await _installation.Smtp.DisposeAsync();
        var ticket = Ticket();
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        var waiting = await _service.RowAsync(ticket.Number, x => x is { State: DeliveryState.Queued, Attempts: 1 });
        Assert.NotEmpty(waiting.Reason!);
        Assert.InRange(
            waiting.NextAttemptAt!.Value, _installation.Clock.GetUtcNow().AddSeconds(5), _installation.Clock.GetUtcNow().AddSeconds(20));

        _installation.Smtp = new MailServer(port);
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        var sent = await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        Assert.Equal((2, null), (sent.Attempts, sent.Reason));
        Assert.Equal(sent.MailId, Assert.Single(_installation.Smtp.To(ticket.Customer.Email)).MailId);
    }

    [Fact]
    public async Task N4_a_recipient_who_does_not_exist_is_given_up_at_once_with_the_servers_words()
    {
        _installation.Smtp.OnRecipient = _ => "550 5.1.1 No such user here";
        var ticket = Ticket();
        await _service.PublishAsync(SampleEvents.Opened(ticket));

        var row = await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Failed);
        Assert.Equal((1, null), (row.Attempts, row.NextAttemptAt));
        Assert.Contains("No such user here", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task N4_a_mail_that_is_refused_for_another_reason_is_given_up_at_once_too_and_no_log_repeats_the_address()
    {
        _installation.Smtp.OnRecipient = to => $"554 5.7.1 <{to}>: Relay access denied";
        var ticket = Ticket();
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        var row = await _service.RowAsync(
            ticket.Number, x => x is { State: DeliveryState.Failed, Cause: DeliveryCause.Rejected, Attempts: 1 });
        Assert.Contains(ticket.Customer.Email, row.Reason, StringComparison.Ordinal);
        var logged = Assert.Single(_service.Log.All, x => x.Text.Contains(ticket.Number, StringComparison.Ordinal));
        Assert.Contains("<(address)>: Relay access denied", logged.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_service.Log.All, x => x.Text.Contains(ticket.Customer.Email, StringComparison.Ordinal));
        Assert.False(await _service.ReadAsync(db => db.BouncedAddresses.AnyAsync(x => x.Address == ticket.Customer.Email)));
    }

    [Fact]
    public async Task N4_of_a_server_of_many_words_the_ledger_keeps_one_line_of_few()
    {
        _installation.Smtp.OnRecipient = _ => $"550 5.1.1 No such user\u0007\there {new string('x', 400)}";
        var ticket = Ticket();
        await _service.PublishAsync(SampleEvents.Opened(ticket));

        var reason = (await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Failed)).Reason!;
        Assert.Contains("No such user here", reason, StringComparison.Ordinal);
        Assert.Equal(300, reason.Length);
        Assert.DoesNotContain(reason, char.IsControl);
    }

    [Fact]
    public async Task An_address_that_is_none_is_given_up_without_calling_the_server()
    {
        var ticket = SampleEvents.Ticket(SampleEvents.Customer(email: "nobody at all"), token: _service.Protect("x"));
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        await _service.RowAsync(ticket.Number, x => x is { State: DeliveryState.Failed, Attempts: 1 });
        Assert.Equal(0, _installation.Smtp.Connections);
    }

    [Fact]
    public async Task NO11_after_a_day_of_refusals_it_is_given_up()
    {
        _installation.Smtp.OnRecipient = _ => "450 4.2.1 Come back later";
        var ticket = Ticket();
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        for (var attempt = 1; attempt < RetrySchedule.Attempts; attempt++)
        {
            await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Queued && x.Attempts == attempt);
            _installation.Clock.Advance(TimeSpan.FromHours(20));
        }

        var row = await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Failed);
        Assert.Equal(RetrySchedule.Attempts, row.Attempts);
        Assert.Contains("Come back later", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NO11_a_server_that_says_nothing_holds_up_no_event()
    {
        _installation.Smtp.Silent = true;
        var tickets = Enumerable.Range(0, 8).Select(_ => Ticket()).ToList();
        var numbers = tickets.ConvertAll(x => x.Number);
        foreach (var ticket in tickets)
            await _service.PublishAsync(SampleEvents.Opened(ticket));
        // All rows are written although no mail has left, and enough are tried to know that it is down.
        await _installation.SmtpTimeouts.ExpireUntilAsync(() => _service.ReadAsync(async db =>
            await db.Deliveries.CountAsync(x => numbers.Contains(x.TicketNumber!) && x.State == DeliveryState.Queued) == 8
            && await db.Deliveries.CountAsync(x => numbers.Contains(x.TicketNumber!) && x.Attempts == 1) >= 2));
        Assert.Empty(_installation.Smtp.Mails);
        var tried = await _service.ReadAsync(db =>
            db.Deliveries.Where(x => numbers.Contains(x.TicketNumber!) && x.Attempts == 1).ToListAsync());
        Assert.All(tried, x => Assert.Contains("within", x.Reason, StringComparison.Ordinal));

        _installation.Smtp.Silent = false;
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.HoldsAsync(() => tickets.All(x => _installation.Smtp.To(x.Customer.Email).Any()));
        Assert.All(tickets, x => Assert.Single(_installation.Smtp.To(x.Customer.Email)));
    }

    [Fact]
    public async Task F31_when_the_word_of_the_server_is_lost_the_second_copy_has_the_same_id()
    {
        var hangUp = true;
        _installation.Smtp.OnMail = _ => hangUp ? null : "250 Ok";
        var ticket = Ticket();
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        await _service.RowAsync(ticket.Number, x => x is { State: DeliveryState.Queued, Attempts: 1 });

        hangUp = false;
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        var copies = _installation.Smtp.To(ticket.Customer.Email).ToList();
        Assert.Equal(2, copies.Count);
        Assert.Equal(copies[0].MailId, copies[1].MailId);
    }

    [Fact]
    public async Task F31_what_a_lost_worker_was_sending_is_sent_again_after_its_lease_under_the_same_id()
    {
        var ticket = Ticket();
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        var row = await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        // As a process leaves it that was killed between the server's word and its own note of it.
        await _service.ReadAsync(db => db.Deliveries.Where(x => x.TicketNumber == ticket.Number)
            .ExecuteUpdateAsync(x => x.SetProperty(d => d.State, DeliveryState.Sending)
            .SetProperty(d => d.NextAttemptAt, _installation.Clock.GetUtcNow() + TimeSpan.FromSeconds(30))
                .SetProperty(d => d.SentAt, (DateTimeOffset?)null)));

        _service.Wake();
        await Task.Yield();
        Assert.Single(_installation.Smtp.To(ticket.Customer.Email));
        _installation.Clock.Advance(TimeSpan.FromSeconds(31));
        await _service.RowAsync(ticket.Number, x => x is { State: DeliveryState.Sent, Attempts: 2 });
        Assert.Equal([row.MailId, row.MailId], _installation.Smtp.To(ticket.Customer.Email).Select(x => x.MailId));
    }

    [Fact]
    public async Task A_mail_that_kills_every_worker_is_given_up_in_the_end()
    {
        _installation.Smtp.OnRecipient = _ => "450 4.2.1 Come back later";
        var ticket = Ticket();
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        await _service.RowAsync(ticket.Number, x => x is { State: DeliveryState.Queued, Attempts: 1 });
        await _service.ReadAsync(db => db.Deliveries.Where(x => x.TicketNumber == ticket.Number).ExecuteUpdateAsync(
            x => x.SetProperty(d => d.State, DeliveryState.Sending).SetProperty(d => d.Attempts, RetrySchedule.Attempts)));
        _installation.Clock.Advance(TimeSpan.FromMinutes(5));
        var row = await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Failed);
        Assert.Contains("lost while sending", row.Reason, StringComparison.Ordinal);
    }

    Contracts.TicketSnapshot Ticket() => SampleEvents.Ticket(token: _service.Protect("secret"));
}
