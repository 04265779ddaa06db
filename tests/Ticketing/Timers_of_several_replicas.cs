using Helpdesk.Contracts;
using Helpdesk.Fixtures;

namespace Helpdesk.Ticketing.Tests;

public sealed class Timers_of_several_replicas : IsolatedTicketingTest
{
    [Fact]
    public async Task N3_the_timers_survive_a_restart()
    {
        var ticket = await AnsweredAsync();
        await Service.DisposeAsync();
        Installation.Clock.Advance(TimeSpan.FromHours(49));
        var restarted = await Installation.StartAsync();
        // It fires before an ear could listen, so the history is asked.
        await Eventually.HoldsAsync(
                async () =>
                    (await restarted.As(Dora).GetAsync($"/api/tickets/{ticket.Number}/timeline")).Text
                        .Contains("ClosingWarned", StringComparison.Ordinal));
    }

    [Fact]
    public async Task N3_two_replicas_warn_and_close_once()
    {
        var ticket = await AnsweredAsync();
        var other = await Installation.StartAsync();
        Installation.Clock.Advance(TimeSpan.FromHours(48.1));
        Parallel.Invoke(() => Service.Jump(TimeSpan.Zero), () => other.Jump(TimeSpan.Zero));
        await Heard.OneAsync<ClosingWarningIssued>(x => x.Ticket.Id == ticket.Id);
        Installation.Clock.Advance(TimeSpan.FromHours(24.1));
        Parallel.Invoke(() => Service.Jump(TimeSpan.Zero), () => other.Jump(TimeSpan.Zero));
        await Heard.OneAsync<TicketClosed>(x => x.Ticket.Id == ticket.Id);
        await TimersBecomeAsync(ticket, "");
        Assert.Equal((1, 1), (Heard.All<ClosingWarningIssued>().Count, Heard.All<TicketClosed>().Count));
    }
}
