using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;

namespace Helpdesk.Ticketing.Tests;

public sealed class A_customer_who_stays_silent : TicketingTest
{
    [Fact]
    public async Task AU3_F11_is_warned_after_48_hours_and_the_ticket_closes_after_72_with_nobody_looking()
    {
        var ticket = await AnsweredAsync();
        Service.Jump(TimeSpan.FromHours(47.9));
        await PassedAsync();
        Assert.Empty(Heard.All<ClosingWarningIssued>());

        Service.Jump(TimeSpan.FromHours(0.2));
        var warned = await Heard.OneAsync<ClosingWarningIssued>(x => x.Ticket.Id == ticket.Id);
        Assert.InRange((warned.ClosesAt - warned.RepliedAt).TotalHours, 72, 72.2);
        Assert.Equal("WaitingOnCustomer", await StatusAsync(ticket));

        Service.Jump(TimeSpan.FromHours(24.2));
        var closed = await Heard.OneAsync<TicketClosed>(x => x.Ticket.Id == ticket.Id);
        Assert.Equal((ClosingReason.Silence, ActorKind.System), (closed.Reason, closed.ClosedBy.Kind));
        Assert.Equal("Closed", await StatusAsync(ticket));
        Assert.Single(Heard.All<ClosingWarningIssued>());
    }

    [Fact]
    public async Task F11_an_unrelated_change_neither_stops_nor_restarts_the_clock()
    {
        var ticket = await AnsweredAsync();
        Service.Jump(TimeSpan.FromHours(40));
        (await Service.As(Dora).PutAsync($"/api/tickets/{ticket.Number}/priority", new { priority = "Urgent" }))
            .Expect(HttpStatusCode.NoContent);
        (await Service.As(Dora).PutAsync($"/api/tickets/{ticket.Number}/assignee", new { agentId = (Guid?)null }))
            .Expect(HttpStatusCode.NoContent);
        (await Service.As(Dora).PostAsync($"/api/tickets/{ticket.Number}/notes", new { text = "still nothing" }))
            .Expect(HttpStatusCode.Created);
        Service.Jump(TimeSpan.FromHours(8.1));
        await Heard.OneAsync<ClosingWarningIssued>(x => x.Ticket.Id == ticket.Id);
        Service.Jump(TimeSpan.FromHours(24.1));
        await Heard.OneAsync<TicketClosed>(x => x.Ticket.Id == ticket.Id);
    }

    [Fact]
    public async Task AU3_a_reply_of_the_customer_stops_the_clock()
    {
        var ticket = await AnsweredAsync();
        (await Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "Still here." }))
            .Expect(HttpStatusCode.Created);
        Assert.Equal("InProgress", await StatusAsync(ticket));
        await TimersBecomeAsync(ticket, "");
        Service.Jump(TimeSpan.FromDays(30));
        await PassedAsync();
        Assert.Empty(Heard.All<ClosingWarningIssued>());
        Assert.Empty(Heard.All<TicketClosed>());
    }

    [Fact]
    public async Task N3_the_pending_timers_are_shown_with_hour_reason_and_what_stops_them()
    {
        var ticket = await AnsweredAsync();
        var timers = (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}/timers")).Items.EnumerateArray().ToList();
        Assert.Equal(["warning", "closing"], timers.Select(x => x.GetProperty("kind").GetString()));
        Assert.All(timers, x => Assert.NotEmpty(x.GetProperty("reason").GetString()!));
        Assert.All(timers, x => Assert.NotEmpty(x.GetProperty("stoppedBy").GetString()!));
        Assert.InRange(await HoursToClosingAsync(ticket), 71.9, 72);
    }

    [Fact]
    public async Task N3_a_time_out_of_reach_warns_first_and_leaves_the_promised_day()
    {
        var ticket = await AnsweredAsync();
        Service.Jump(TimeSpan.FromDays(10));
        await Heard.OneAsync<ClosingWarningIssued>(x => x.Ticket.Id == ticket.Id);
        await PassedAsync();
        Assert.Empty(Heard.All<TicketClosed>());
        await Eventually.HoldsAsync(async () => await HoursToClosingAsync(ticket) is > 23.9 and <= 24);
        Service.Jump(TimeSpan.FromHours(24.1));
        await Heard.OneAsync<TicketClosed>(x => x.Ticket.Id == ticket.Id);
        Assert.Single(Heard.All<ClosingWarningIssued>());
    }

    [Fact]
    public async Task N3_a_clock_that_goes_back_closes_nothing_sooner_and_nothing_twice()
    {
        var ticket = await AnsweredAsync();
        Service.Jump(TimeSpan.FromHours(-30));
        Service.Jump(TimeSpan.FromHours(77.5));
        await PassedAsync();
        Assert.Empty(Heard.All<ClosingWarningIssued>());
        Service.Jump(TimeSpan.FromHours(0.6));
        await Heard.OneAsync<ClosingWarningIssued>(x => x.Ticket.Id == ticket.Id);
        Service.Jump(TimeSpan.FromHours(-10));
        Service.Jump(TimeSpan.FromHours(34.1));
        await Heard.OneAsync<TicketClosed>(x => x.Ticket.Id == ticket.Id);
        Assert.Single(Heard.All<ClosingWarningIssued>(), x => x.Ticket.Id == ticket.Id);
    }

    async Task<double> HoursToClosingAsync(Opened ticket) =>
        (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}/timers")).Items.EnumerateArray()
        .Where(x => x.GetProperty("kind").GetString() == "closing")
            .Select(x => (x.GetProperty("dueAt").GetDateTimeOffset() - Installation.Clock.GetUtcNow()).TotalHours).FirstOrDefault();

    /// <summary>Whatever was due before has been dispatched and consumed.</summary>
    async Task PassedAsync()
    {
        var other = await OpenForAnaAsync();
        (await Service.As(Ana).PostAsync($"/api/tickets/{other.Number}/replies", new { text = "x", status = "WaitingOnCustomer" }))
            .Expect(HttpStatusCode.Created);
        await TimersBecomeAsync(other, "warning closing");
    }
}
