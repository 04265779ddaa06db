using Helpdesk.Fixtures;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Sending;
using Helpdesk.Notification.Tests.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Notification.Tests;

public sealed class A_long_outage_of_the_mail_server(OneLaneService shared) : IClassFixture<OneLaneService>, IAsyncLifetime
{
    static readonly TimeSpan Rested = TimeSpan.FromMinutes(3);

    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;
    readonly int _port = shared.Installation.Smtp.Port;
    bool _isBack;

    public async ValueTask InitializeAsync()
    {
        // How soon the machine gets to something must not decide what is due.
        _installation.Clock.Stop();
        await shared.TroubleNobody();
        await _installation.Smtp.DisposeAsync();
    }

    public ValueTask DisposeAsync()
    {
        ServerIsBack();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task NO11_is_over_for_all_that_waits_once_one_mail_was_taken()
    {
        var waiting = await WaitForHoursAsync(3);
        var asked = _installation.Clock.GetUtcNow();
        _installation.Clock.Advance(Rested);
        // Just asked after in vain: nothing finds out by itself for the next minutes.
        await Eventually.HoldsAsync(async () => (await RowsAsync(waiting)).Any(x => x.State == DeliveryState.Queued && x.ServerSilentAt > asked));
        ServerIsBack();
        var another = Ticket();
        await _service.HearAsync(Some.Opened(another));
        await _service.RowAsync(another.Number, x => x.State == DeliveryState.Sent);
        await Eventually.HoldsAsync(async () => (await RowsAsync(waiting)).Count(x => x is { State: DeliveryState.Sent, NextAttemptAt: null, ServerSilentAt: null, PlannedAt: null }) == 2);

        _installation.Clock.Advance(Rested);
        await Eventually.HoldsAsync(async () => (await RowsAsync(waiting)).All(x => x.State == DeliveryState.Sent));
        Assert.All(waiting, x => Assert.Single(_installation.Smtp.To(x.Customer.Email)));
    }

    [Fact]
    public async Task NO11_is_over_also_when_there_is_no_other_mail_and_the_oldest_go_first()
    {
        var waiting = await WaitForHoursAsync(6);
        ServerIsBack();
        _installation.Clock.Advance(Rested);
        await Eventually.HoldsAsync(() => _installation.Smtp.Mails.Count == 6);
        // The one that found out comes before its turn.
        var order = _installation.Smtp.Mails.Skip(1).Select(x => x.To).ToList();
        Assert.Equal(waiting.Select(x => x.Customer.Email).Where(order.Contains), order);
        foreach (var ticket in waiting)
            await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        Assert.Equal(6, _installation.Smtp.Mails.Count);
    }

    [Fact]
    public async Task NO11_is_asked_after_by_one_mail_at_a_time_each_in_its_turn_and_no_try_counts()
    {
        var before = _installation.Clock.GetUtcNow();
        var waiting = await WaitForHoursAsync(4);
        var planned = await RowsAsync(waiting);
        Assert.All(planned, x => Assert.True(x.ServerSilentAt > before));
        var hours = planned.ToDictionary(x => x.Id, x => x.NextAttemptAt);

        var begun = _installation.Clock.GetUtcNow();
        for (var tries = 1; tries <= 3; tries++)
        {
            _installation.Clock.Advance(Rested);
            await Eventually.HoldsAsync(async () => (await RowsAsync(waiting)).Count(x => x.State == DeliveryState.Queued && x.ServerSilentAt > begun) >= tries);
            Assert.Equal(tries, (await RowsAsync(waiting)).Count(x => x.ServerSilentAt > begun));
        }

        Assert.All(await RowsAsync(waiting), x => Assert.Equal((5, hours[x.Id]), (x.Attempts, x.NextAttemptAt)));
    }

    [Fact]
    public async Task NO11_leaves_a_mail_that_one_recipient_refuses_for_now_to_its_plan()
    {
        ServerIsBack();
        _installation.Smtp.OnRecipient = _ => "450 4.2.1 Come back later";
        var refused = Ticket();
        await _service.HearAsync(Some.Opened(refused));
        await _service.RowAsync(refused.Number, x => x is { State: DeliveryState.Queued, Attempts: 1, ServerSilentAt: null });
        _installation.Clock.Advance(TimeSpan.FromSeconds(17));
        await _service.RowAsync(refused.Number, x => x is { State: DeliveryState.Queued, Attempts: 2, ServerSilentAt: null });
        _installation.Clock.Advance(TimeSpan.FromSeconds(67));
        await _service.RowAsync(refused.Number, x => x is { State: DeliveryState.Queued, Attempts: 3, ServerSilentAt: null });

        _installation.Clock.Advance(Rested);
        var due = _service.Services.GetRequiredService<WaitingDeliveries>();
        Assert.Equal((0, 0), (await due.BringForwardAsync(10, TestContext.Current.CancellationToken), await due.BringOneForwardAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task NO11_and_a_recipient_who_is_refused_for_now_after_it_is_one_that_does_not_take_the_last_try_from_a_mail()
    {
        var ticket = Assert.Single(await WaitForHoursAsync(1));
        var before = Assert.Single(await RowsAsync([ticket]));
        ServerIsBack();
        _installation.Smtp.OnRecipient = _ => "450 4.2.0 Greylisted";
        _installation.Clock.Advance(Rested);
        var row = await _service.RowAsync(ticket.Number, x => x is { State: DeliveryState.Queued, ServerSilentAt: null, PlannedAt: not null });
        Assert.Equal((5, before.NextAttemptAt), (row.Attempts, row.PlannedAt));
        Assert.InRange(row.NextAttemptAt!.Value, _installation.Clock.GetUtcNow().AddMinutes(15), _installation.Clock.GetUtcNow().AddMinutes(20));

        _installation.Smtp.OnRecipient = _ => null;
        _installation.Clock.Advance(TimeSpan.FromMinutes(21));
        await _service.RowAsync(ticket.Number, x => x is { State: DeliveryState.Sent, PlannedAt: null });
        Assert.Single(_installation.Smtp.To(ticket.Customer.Email));
    }

    [Fact]
    public async Task NO11_that_does_not_end_is_given_up_after_as_many_attempts_of_the_plan_as_ever()
    {
        var ticket = Assert.Single(await WaitForHoursAsync(1));
        for (var attempt = 5; attempt < RetryPlan.Attempts; attempt++)
        {
            // Out of turn first, then in turn.
            var asked = _installation.Clock.GetUtcNow();
            _installation.Clock.Advance(Rested);
            await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Queued && x.Attempts == attempt && x.ServerSilentAt > asked);
            _installation.Clock.Advance(TimeSpan.FromHours(20));
            await _service.RowAsync(ticket.Number, x => x.Attempts == attempt + 1 && x.State is DeliveryState.Queued or DeliveryState.Failed);
        }

        Assert.Equal((DeliveryState.Failed, DeliveryCause.Exhausted, RetryPlan.Attempts), await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Failed) is var row ? (row.State, row.Cause!.Value, row.Attempts) : default);
    }

    void ServerIsBack()
    {
        if (!_isBack)
            _installation.Smtp = new SmtpServer(_port);
        _isBack = true;
    }

    /// <summary>Tickets whose mails were tried five times in vain, and are to be tried again in an hour.</summary>
    async Task<List<Contracts.TicketSnapshot>> WaitForHoursAsync(int count)
    {
        var tickets = Enumerable.Range(0, count).Select(_ => Ticket()).ToList();
        foreach (var ticket in tickets)
        {
            await _service.HearAsync(Some.Opened(ticket));
            await _service.RowAsync(ticket.Number, _ => true);
            _installation.Clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        for (var attempt = 1; attempt < 5; attempt++)
        {
            await Eventually.HoldsAsync(async () => (await RowsAsync(tickets)).All(x => x.State == DeliveryState.Queued && x.Attempts == attempt));
            _installation.Clock.Advance(RetryPlan.PauseAfter(attempt)!.Value * 1.3);
        }

        await Eventually.HoldsAsync(async () => (await RowsAsync(tickets)).All(x => x.State == DeliveryState.Queued && x.Attempts == 5));
        return tickets;
    }

    async Task<List<Delivery>> RowsAsync(IReadOnlyList<Contracts.TicketSnapshot> tickets)
    {
        var numbers = tickets.Select(x => x.Number).ToList();
        return await _service.ReadAsync(db => db.Deliveries.AsNoTracking().Where(x => numbers.Contains(x.TicketNumber!)).ToListAsync());
    }

    Contracts.TicketSnapshot Ticket() => Some.Ticket(token: _service.Seal("secret"));
}
