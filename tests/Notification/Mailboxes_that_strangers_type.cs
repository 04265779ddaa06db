using Helpdesk.Contracts;
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
        var spellings = new[] { "victim.{0}@example.org", "VICTIM.{0}@Example.org", "victim.{0}+a@example.org", "Victim.{0}+B@example.org", "victim.{0}+c+d@example.org" };
        foreach (var spelling in spellings)
            await OpenedAsync(spelling, DeliveryState.Sent);
        var row = await OpenedAsync("victim.{0}+more@example.org", DeliveryState.Suppressed);
        Assert.Equal((DeliveryCause.TooMany, 0), (row.Cause, row.Attempts));
        Assert.Contains("more than 5 mails", row.Reason, StringComparison.Ordinal);
        await OpenedAsync("another.{0}@example.org", DeliveryState.Sent);

        await _service.PassAsync(TimeSpan.FromHours(1.01));
        await OpenedAsync(spellings[0], DeliveryState.Sent);
    }

    [Fact]
    public async Task F17_however_many_are_opened_at_once()
    {
        var tickets = Enumerable.Range(0, 3 * PerHour).Select(_ => TicketOf("{0}@example.org")).ToList();
        await Task.WhenAll(tickets.Select(x => _service.HearAsync(Some.Opened(x))));
        foreach (var ticket in tickets)
            await _service.RowAsync(ticket.Number, x => x.State is DeliveryState.Sent or DeliveryState.Suppressed);
        Assert.Equal(PerHour, _installation.Smtp.To($"{_mark}@example.org").Count());
    }

    [Fact]
    public async Task NO1_who_is_signed_in_and_whom_staff_opens_a_ticket_for_hears_of_all()
    {
        var cleo = Guid.CreateVersion7();
        for (var i = 0; i <= PerHour; i++)
            await OpenedAsync("{0}@example.org", DeliveryState.Sent, i % 2 == 0 ? Some.Carlos : new(ActorKind.Customer, cleo, "Cleo"));
        await OpenedAsync("{0}@example.org", DeliveryState.Sent);
    }

    [Fact]
    public async Task CU8_the_link_that_somebody_asks_for_goes_to_its_customer_and_not_without_end()
    {
        for (var i = 0; i <= PerHour; i++)
            await OpenedAsync("{0}@example.org", i < PerHour ? DeliveryState.Sent : DeliveryState.Suppressed);
        var first = TicketOf("{0}@example.org");
        await _service.HearAsync(Some.LinkAskedFor(first));
        await _service.RowAsync(first.Number, x => x is { State: DeliveryState.Sent, Template: "tracking-link" });
        var mail = _installation.Smtp.To($"{_mark}@example.org").Last();
        Assert.Contains($"https://help.andina.example/t/{_mark}", mail.Text, StringComparison.Ordinal);
        Assert.Contains(first.Number, mail.Subject, StringComparison.Ordinal);
        for (var i = 1; i <= PerHour; i++)
        {
            var ticket = TicketOf("{0}@example.org");
            await _service.HearAsync(Some.LinkAskedFor(ticket));
            await _service.RowAsync(ticket.Number, x => x.State == (i < PerHour ? DeliveryState.Sent : DeliveryState.Suppressed));
        }
    }

    TicketSnapshot TicketOf(string address) => Some.Ticket(Some.Customer(email: string.Format(null, address, _mark)), token: _service.Seal(_mark));

    async Task<Delivery> OpenedAsync(string address, DeliveryState state, Actor? by = null)
    {
        var ticket = TicketOf(address);
        await _service.HearAsync(Some.Opened(ticket) with { OpenedBy = by ?? Some.ByCustomer });
        return await _service.RowAsync(ticket.Number, x => x.State == state);
    }
}
