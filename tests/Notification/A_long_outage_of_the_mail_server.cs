using Helpdesk.Api.Deliveries;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Sending;
using Helpdesk.Notification.Tests.Smtp;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

public sealed class A_long_outage_of_the_mail_server(SingleConnectionService shared)
    : IClassFixture<SingleConnectionService>, IAsyncLifetime
{
    /// <summary>After so long a server that is down has been asked again, however long it was down before.</summary>
    static readonly TimeSpan Asked = TimeSpan.FromMinutes(2.1);

    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;
    readonly int _port = shared.Installation.Smtp.Port;
    bool _isBack;

    public async ValueTask InitializeAsync()
    {
        // How soon the machine gets to something must not decide what is due.
        _installation.Clock.Stop();
        await shared.ResetAsync();
        await _installation.Smtp.DisposeAsync();
    }

    public ValueTask DisposeAsync()
    {
        ServerIsBack();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task NO11_is_over_for_all_that_waits_once_one_mail_was_taken_and_the_oldest_go_first()
    {
        var waiting = await WaitAsync(12);
        await AskedInVainAsync(waiting);
        ServerIsBack();
        _installation.Clock.Advance(Asked);
        await Eventually.HoldsAsync(async () =>
            (await RowsAsync(waiting)).All(x => x is { State: DeliveryState.Sent, NextAttemptAt: null, WaitingSince: null }));
        Assert.All(waiting, x => Assert.Single(_installation.Smtp.To(x.Customer.Email)));
        // Those that were tried while it was down come after the others.
        var order = _installation.Smtp.Mails.Select(x => waiting.FindIndex(y => y.Customer.Email == x.To)).Where(x => x > 3).ToList();
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public async Task NO11_keeps_mails_due_and_asks_by_one_at_a_time_each_in_its_turn()
    {
        var waiting = await WaitAsync(6);
        for (var tries = 0; tries < 6; tries++)
            await AskedInVainAsync(waiting);
        var rows = await RowsAsync(waiting);
        Assert.All(rows, x => Assert.Equal((DeliveryState.Queued, true), (x.State, x.NextAttemptAt <= _installation.Clock.GetUtcNow())));
        Assert.All(rows, x => Assert.NotNull(x.WaitingSince));
        // The first try of all was before it was known to be down; of those since then one counts, however many there are.
        Assert.Equal([1, 1, 1, 1, 1, 2], rows.Select(x => x.Attempts).Order());
        for (var tries = 0; tries < 6; tries++)
            await AskedInVainAsync(waiting);
        var later = await RowsAsync(waiting);
        Assert.Equal(
            rows.Select(x => (x.Id, x.Attempts, x.WaitingSince)).Order(), later.Select(x => (x.Id, x.Attempts, x.WaitingSince)).Order());
    }

    [Fact]
    public async Task NO11_leaves_a_mail_that_one_recipient_refuses_for_now_to_its_plan()
    {
        ServerIsBack();
        _installation.Smtp.OnRecipient = _ => "450 4.2.1 Come back later";
        var refused = Ticket();
        await _service.PublishAsync(SampleEvents.Opened(refused));
        await _service.RowAsync(refused.Number, x => x is { State: DeliveryState.Queued, Attempts: 1, WaitingSince: null });
        _installation.Clock.Advance(TimeSpan.FromSeconds(17));
        await _service.RowAsync(refused.Number, x => x is { State: DeliveryState.Queued, Attempts: 2, WaitingSince: null });
        _installation.Clock.Advance(TimeSpan.FromSeconds(67));
        var row = await _service.RowAsync(refused.Number, x => x is { State: DeliveryState.Queued, Attempts: 3, WaitingSince: null });
        Assert.InRange(row.NextAttemptAt!.Value - _installation.Clock.GetUtcNow(), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(6));
        await SentAsync(Ticket("x@example.org"), recipient => recipient == "x@example.org" ? null : "450 4.2.1 Come back later");
    }

    [Fact]
    public async Task NO11_and_a_recipient_who_is_refused_for_now_after_it_has_the_other_attempts_left()
    {
        var waiting = await WaitAsync(2);
        for (var tries = 0; tries < 5; tries++)
            await AskedInVainAsync(waiting);
        var before = (await RowsAsync(waiting)).ToDictionary(x => x.Id, x => x.Attempts);
        ServerIsBack();
        _installation.Smtp.OnRecipient = _ => "450 4.2.0 Greylisted";
        _installation.Clock.Advance(Asked);
        foreach (var ticket in waiting)
        {
            await _service.RowAsync(
                ticket.Number, x => x is { State: DeliveryState.Queued, WaitingSince: null } && x.Attempts == before[x.Id] + 1);
        }

        _installation.Smtp.OnRecipient = _ => null;
        _installation.Clock.Advance(TimeSpan.FromMinutes(7));
        foreach (var ticket in waiting)
            await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent && x.Attempts == before[x.Id] + 2);
    }

    [Fact]
    public async Task NO11_that_does_not_end_is_given_up_after_a_day_by_the_mails_that_asked()
    {
        var waiting = await WaitAsync(2);
        await AskedInVainAsync(waiting);
        await AskedInVainAsync(waiting);
        await AskedInVainAsync(waiting, RetrySchedule.LongestOutage - TimeSpan.FromHours(1));
        await AskedInVainAsync(waiting);
        Assert.All(await RowsAsync(waiting), x => Assert.Equal(DeliveryState.Queued, x.State));

        _installation.Clock.Advance(TimeSpan.FromHours(2));
        var first = TimeSpan.Zero;
        foreach (var _ in waiting)
        {
            var given = (await RowsAsync(waiting)).Count(x => x.State == DeliveryState.Failed);
            _installation.Clock.Advance(first);
            await Eventually.HoldsAsync(async () => (await RowsAsync(waiting)).Count(x => x.State == DeliveryState.Failed) == given + 1);
            first = Asked;
        }

        Assert.All(
            await RowsAsync(waiting), x => Assert.Equal((DeliveryCause.Exhausted, null, null), (x.Cause, x.NextAttemptAt, x.WaitingSince)));
    }

    [Fact]
    public async Task NO11_of_one_mail_is_noticed_too_and_ends_for_it()
    {
        var ticket = Ticket();
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        await _service.RowAsync(ticket.Number, x => x is { State: DeliveryState.Queued, Attempts: 1, WaitingSince: null });
        _installation.Clock.Advance(TimeSpan.FromSeconds(17));
        await _service.RowAsync(ticket.Number, x => x is { State: DeliveryState.Queued, Attempts: 2, WaitingSince: not null });
        await AskedInVainAsync([ticket]);
        ServerIsBack();
        _installation.Clock.Advance(Asked);
        await _service.RowAsync(ticket.Number, x => x is { State: DeliveryState.Sent });
        Assert.Single(_installation.Smtp.To(ticket.Customer.Email));
    }

    void ServerIsBack()
    {
        if (!_isBack)
            _installation.Smtp = new MailServer(_port);
        _isBack = true;
    }

    /// <summary>The server is asked once more, by one of them, and does not answer.</summary>
    async Task AskedInVainAsync(IReadOnlyList<Contracts.TicketSnapshot> waiting, TimeSpan? later = null)
    {
        _installation.Clock.Advance(later ?? Asked);
        // The database counts in microseconds.
        var now = _installation.Clock.GetUtcNow() - TimeSpan.FromMilliseconds(1);
        await Eventually.HoldsAsync(async () =>
            (await RowsAsync(waiting)).Any(x => x.State == DeliveryState.Queued && x.NextAttemptAt > now));
        Assert.Single(await RowsAsync(waiting), x => x.NextAttemptAt > now);
    }

    /// <summary>Tickets whose mails wait: two of them were tried, and then it was known that the server is down.</summary>
    async Task<List<Contracts.TicketSnapshot>> WaitAsync(int count)
    {
        var tickets = Enumerable.Range(0, count).Select(_ => Ticket()).ToList();
        foreach (var ticket in tickets)
        {
            await _service.PublishAsync(SampleEvents.Opened(ticket));
            await _service.RowAsync(ticket.Number, _ => true);
            _installation.Clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        await Eventually.HoldsAsync(async () => (await RowsAsync(tickets)) is var rows
            && rows.Count(x => x.Attempts == 1) == 2 && rows.All(x => x.State == DeliveryState.Queued));
        return tickets;
    }

    async Task SentAsync(Contracts.TicketSnapshot ticket, Func<string, string?> onRecipient)
    {
        _installation.Smtp.OnRecipient = onRecipient;
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
    }

    async Task<List<Delivery>> RowsAsync(IReadOnlyList<Contracts.TicketSnapshot> tickets)
    {
        var numbers = tickets.Select(x => x.Number).ToList();
        return await _service.ReadAsync(db => db.Deliveries.AsNoTracking().Where(x => numbers.Contains(x.TicketNumber!)).ToListAsync());
    }

    Contracts.TicketSnapshot Ticket(string? email = null) =>
        SampleEvents.Ticket(SampleEvents.Customer(email: email), token: _service.Protect("secret"));
}
