using Helpdesk.Api.Deliveries;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Ledger;

namespace Helpdesk.Notification.Tests;

public sealed class Mailboxes_that_strangers_type(RunningService shared) : IClassFixture<RunningService>
{
    const int PerHour = 5;

    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;
    readonly string _mark = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task F17_get_so_many_mails_an_hour_however_the_address_is_spelled()
    {
        string[] spellings =
        [
            "victim.{0}@example.org", "VICTIM.{0}@Example.org", "victim.{0}+a@example.org", "Victim.{0}+B@example.org",
            "victim.{0}+c+d@example.org",
        ];
        foreach (var spelling in spellings)
            await OpenedAsync(spelling, DeliveryState.Sent);
        var row = await OpenedAsync("victim.{0}+more@example.org", DeliveryState.Suppressed);
        Assert.Equal((DeliveryCause.RateLimited, 0), (row.Cause, row.Attempts));
        Assert.Contains("more than 5 mails", row.Reason, StringComparison.Ordinal);
        await OpenedAsync("another.{0}@example.org", DeliveryState.Sent);

        await _service.PassAsync(TimeSpan.FromHours(1.01));
        await OpenedAsync(spellings[0], DeliveryState.Sent);
    }

    [Fact]
    public async Task F17_however_many_are_opened_at_once()
    {
        var tickets = Enumerable.Range(0, 3 * PerHour).Select(_ => TicketOf("{0}@example.org")).ToList();
        await Task.WhenAll(tickets.Select(x => _service.PublishAsync(SampleEvents.Opened(x))));
        foreach (var ticket in tickets)
            await _service.RowAsync(ticket.Number, x => x.State is DeliveryState.Sent or DeliveryState.Suppressed);
        Assert.Equal(PerHour, _installation.Smtp.To($"{_mark}@example.org").Count());
    }

    [Fact]
    public async Task NO1_who_is_signed_in_and_whom_staff_opens_a_ticket_for_hears_of_all()
    {
        var cleo = Guid.CreateVersion7();
        for (var i = 0; i <= PerHour; i++)
            await OpenedAsync(
                "{0}@example.org", DeliveryState.Sent, i % 2 == 0 ? SampleEvents.Carlos : new(ActorKind.Customer, cleo, "Cleo"));
        await OpenedAsync("{0}@example.org", DeliveryState.Sent);
    }

    [Fact]
    public async Task CU8_the_link_that_somebody_asks_for_goes_to_its_customer_and_not_at_once_without_end()
    {
        for (var i = 0; i <= PerHour; i++)
            await OpenedAsync("{0}@example.org", i < PerHour ? DeliveryState.Sent : DeliveryState.Suppressed);
        var first = TicketOf("{0}@example.org");
        await _service.PublishAsync(SampleEvents.LinkAskedFor(first));
        await _service.RowAsync(first.Number, x => x is { State: DeliveryState.Sent, Template: "tracking-link" });
        var mail = _installation.Smtp.To($"{_mark}@example.org").Last();
        Assert.Contains($"https://help.andina.example/t/{_mark}", mail.Text, StringComparison.Ordinal);
        Assert.Contains(first.Number, mail.Subject, StringComparison.Ordinal);
        for (var i = 1; i <= PerHour; i++)
        {
            var ticket = TicketOf("{0}@example.org");
            await _service.PublishAsync(SampleEvents.LinkAskedFor(ticket));
            await _service.RowAsync(ticket.Number, x => x.State == (i < PerHour ? DeliveryState.Sent : DeliveryState.Queued));
        }
    }

    [Fact]
    public async Task G2_a_link_that_is_asked_for_beyond_that_comes_together_with_the_others()
    {
        for (var i = 0; i < PerHour; i++)
            await AskedForAsync("{0}@example.org", DeliveryState.Sent);
        var late = new List<Delivery> { await AskedForAsync("{0}@example.org", DeliveryState.Queued) };
        for (var i = 0; i < 3; i++)
            late.Add(await AskedForAsync("{0}@example.org", DeliveryState.Suppressed));
        Assert.All(late.Skip(1), x => Assert.Equal(DeliveryCause.Coalesced, x.Cause));
        Assert.Equal(PerHour, _installation.Smtp.To($"{_mark}@example.org").Count());

        await _service.PassAsync(StrangerMailLimiter.GatherWindow + TimeSpan.FromSeconds(10));
        _service.Wake();
        await _service.RowAsync(late[0].TicketNumber!, x => x.State == DeliveryState.Sent);
        var mail = _installation.Smtp.To($"{_mark}@example.org").Last();
        Assert.All(late, x => Assert.Contains(x.TicketNumber!, mail.Text, StringComparison.Ordinal));
        Assert.All([mail.Text, mail.Seen], part => Assert.True(Count(part, $"https://help.andina.example/t/{_mark}") >= late.Count));
    }

    [Fact]
    public async Task G2_what_is_asked_for_by_other_tags_never_keeps_a_confirmed_owners_mails_away()
    {
        var owner = Guid.CreateVersion7();
        await _service.PublishAsync(SampleEvents.Account(owner, $"{_mark}@example.org", ["Customer"]));
        await Eventually.HoldsAsync(() => _service.ReadAsync(db => Task.FromResult(db.Accounts.Any(x => x.Id == owner))));
        for (var i = 0; i <= PerHour; i++)
        {
            await OpenedAsync($"{{0}}+{i}@example.org", i < PerHour ? DeliveryState.Sent : DeliveryState.Suppressed);
            await AskedForAsync($"{{0}}+{i}@example.org", i < PerHour ? DeliveryState.Sent : DeliveryState.Queued);
        }

        await OpenedAsync("{0}@example.org", DeliveryState.Sent);
        await AskedForAsync("{0}@example.org", DeliveryState.Sent);
    }

    [Fact]
    public async Task G2_nor_does_it_keep_a_link_from_an_owner_without_an_account()
    {
        for (var i = 0; i < 3 * PerHour; i++)
            await AskedForAsync($"{{0}}+{i}@example.org", i < PerHour ? DeliveryState.Sent : i < 2 * PerHour ? DeliveryState.Queued
                : DeliveryState.Suppressed);
        var mine = await AskedForAsync("{0}@example.org", DeliveryState.Queued);
        await _service.PassAsync(StrangerMailLimiter.GatherWindow + TimeSpan.FromSeconds(10));
        _service.Wake();
        await _service.RowAsync(mine.TicketNumber!, x => x.State == DeliveryState.Sent);
        Assert.Single(_installation.Smtp.To($"{_mark}@example.org"));
    }

    [Fact]
    public async Task G2_an_account_that_nobody_confirmed_does_not_widen_what_strangers_may_send()
    {
        for (var i = 0; i <= PerHour; i++)
        {
            var (id, address) = (Guid.CreateVersion7(), $"{_mark}+{i}@example.org");
            await _service.PublishAsync(SampleEvents.Account(id, address, ["Customer"]) with { EmailConfirmed = false });
            await Eventually.HoldsAsync(() => _service.ReadAsync(db => Task.FromResult(db.Accounts.Any(x => x.Id == id))));
            await OpenedAsync($"{{0}}+{i}@example.org", i < PerHour ? DeliveryState.Sent : DeliveryState.Suppressed);
        }
    }

    static int Count(string text, string what) => text.Split(what).Length - 1;

    async Task<Delivery> AskedForAsync(string address, DeliveryState state)
    {
        var ticket = TicketOf(address);
        await _service.PublishAsync(SampleEvents.LinkAskedFor(ticket));
        return await _service.RowAsync(ticket.Number, x => x.State == state);
    }

    TicketSnapshot TicketOf(string address) =>
        SampleEvents.Ticket(SampleEvents.Customer(email: string.Format(null, address, _mark)), token: _service.Protect(_mark));

    async Task<Delivery> OpenedAsync(string address, DeliveryState state, Actor? by = null)
    {
        var ticket = TicketOf(address);
        await _service.PublishAsync(SampleEvents.Opened(ticket) with { OpenedBy = by ?? SampleEvents.ByCustomer });
        return await _service.RowAsync(ticket.Number, x => x.State == state);
    }
}
