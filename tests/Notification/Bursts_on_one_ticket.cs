using Helpdesk.Api.Deliveries;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;

namespace Helpdesk.Notification.Tests;

public sealed class Bursts_on_one_ticket(RunningService shared) : IClassFixture<RunningService>
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    [Fact]
    public async Task F32_the_first_answer_goes_at_once_and_those_that_follow_closely_go_together()
    {
        var ticket = Ticket();
        await SaidAsync(ticket, 1, 1);
        await Eventually.HoldsAsync(() => Mails(ticket).Count == 1);
        for (var i = 2; i <= 5; i++)
            await SaidAsync(ticket, i, i);
        Assert.Single(Mails(ticket));

        await _service.PassAsync(TimeSpan.FromMinutes(1.5));
        await Eventually.HoldsAsync(() => Mails(ticket).Count == 2);
        var together = Mails(ticket)[1];
        Assert.All(Enumerable.Range(2, 4), i => Assert.Contains($"> Respuesta {i}.", together.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("Respuesta 1.", together.Text, StringComparison.Ordinal);
        await Eventually.HoldsAsync(async () => (await _service.LedgerAsync(ticket.Number)).Count(x => x.State == DeliveryState.Sent) == 2);
        Assert.Equal(3, (await _service.LedgerAsync(ticket.Number)).Count(x => x.Cause == DeliveryCause.Coalesced));
    }

    [Fact]
    public async Task What_is_told_together_stands_in_the_order_in_which_it_was_said()
    {
        var ticket = Ticket();
        await SaidAsync(ticket, 1, 1);
        await Eventually.HoldsAsync(() => Mails(ticket).Count == 1);
        foreach (var i in new[] { 4, 2, 3 })
            await SaidAsync(ticket, i, 0);
        await Eventually.HoldsAsync(async () => (await _service.LedgerAsync(ticket.Number)).Count == 4);
        await _service.PassAsync(TimeSpan.FromMinutes(1.5));
        await Eventually.HoldsAsync(() => Mails(ticket).Count == 2);
        var text = Mails(ticket)[1].Text;
        var places = new[] { 2, 3, 4 }.Select(i => text.IndexOf($"Respuesta {i}.", StringComparison.Ordinal)).ToList();
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task NO6_a_status_that_changes_to_and_fro_is_told_by_where_it_was_and_where_it_is()
    {
        var ticket = Ticket();
        await ChangedAsync(ticket with { Status = TicketStatus.New, Version = 2 }, TicketStatus.InProgress, 1);
        await Eventually.HoldsAsync(() => Mails(ticket).Count == 1);
        await ChangedAsync(ticket with { Status = TicketStatus.InProgress, Version = 3 }, TicketStatus.OnHold, 2);
        await ChangedAsync(ticket with { Status = TicketStatus.OnHold, Version = 4 }, TicketStatus.Resolved, 3);

        await _service.PassAsync(TimeSpan.FromMinutes(1.5));
        await Eventually.HoldsAsync(() => Mails(ticket).Count == 2);
        Assert.Contains("«Resuelto»", Mails(ticket)[1].Text, StringComparison.Ordinal);
        Assert.Contains("Antes: En progreso", Mails(ticket)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_ticket_another_person_and_a_closing_wait_for_nobody()
    {
        var (first, second) = (Ticket(), Ticket());
        second = second with { Customer = first.Customer };
        await SaidAsync(first, 1, 1);
        await _service.PublishAsync(SampleEvents.Answered(second, "Otra cosa."));
        await _service.PublishAsync(SampleEvents.Closed(first with { Version = 9 }));
        await Eventually.HoldsAsync(() => Mails(first).Count == 3);
    }

    [Fact]
    public async Task More_than_one_mail_can_hold_is_told_in_several()
    {
        var ticket = Ticket();
        await SaidAsync(ticket, 1, 1);
        await Eventually.HoldsAsync(() => Mails(ticket).Count == 1);
        for (var i = 2; i <= 13; i++)
            await SaidAsync(ticket, i, i);
        await _service.PassAsync(TimeSpan.FromMinutes(2.5));
        await Eventually.HoldsAsync(() => Mails(ticket).Count == 3);
        var all = string.Concat(Mails(ticket).Select(x => x.Text));
        Assert.All(Enumerable.Range(1, 13), i => Assert.Contains($"> Respuesta {i}.", all, StringComparison.Ordinal));
    }

    List<Smtp.ReceivedMail> Mails(TicketSnapshot ticket) => [.. _installation.Smtp.To(ticket.Customer.Email)];

    async Task SaidAsync(TicketSnapshot ticket, int number, int rows)
    {
        await _service.PublishAsync(SampleEvents.Answered(ticket with { Version = number }, $"Respuesta {number}."));
        if (rows > 0)
            await Eventually.HoldsAsync(async () => (await _service.LedgerAsync(ticket.Number)).Count == rows);
    }

    async Task ChangedAsync(TicketSnapshot ticket, TicketStatus to, int rows)
    {
        await _service.PublishAsync(SampleEvents.StatusChanged(ticket, to));
        await Eventually.HoldsAsync(async () => (await _service.LedgerAsync(ticket.Number)).Count == rows);
    }

    TicketSnapshot Ticket() => SampleEvents.Ticket(token: _service.Protect("secret"));
}
