using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests;

public sealed class Changed_settings : IsolatedTicketingTest
{
    [Fact]
    public async Task N3_AU3_a_longer_policy_moves_what_is_pending()
    {
        var ticket = await AnsweredAsync();
        await SetAsync(1, close: 200, warn: 100);
        await Eventually.HoldsAsync(
                async () =>
                    await HoursToAsync(ticket, "closing") is > 199 and <= 200 && await HoursToAsync(ticket, "warning") is > 99 and <= 100);
        Service.Jump(TimeSpan.FromHours(73));
        await AnsweredAsync();
        Assert.Empty(Heard.All<ClosingWarningIssued>());
        Service.Jump(TimeSpan.FromHours(27.1));
        var warned = await Heard.OneAsync<ClosingWarningIssued>(x => x.Ticket.Id == ticket.Id);
        Assert.InRange((warned.ClosesAt - warned.RepliedAt).TotalHours, 199.9, 200.3);
    }

    [Fact]
    public async Task N3_AU3_a_policy_shorter_than_they_have_been_silent_warns_at_once_and_leaves_a_fair_time()
    {
        var ticket = await AnsweredAsync();
        Service.Jump(TimeSpan.FromHours(40));
        await SetAsync(1, close: 20, warn: 10);
        var warned = await Heard.OneAsync<ClosingWarningIssued>(x => x.Ticket.Id == ticket.Id);
        Assert.InRange((warned.ClosesAt - Installation.Clock.GetUtcNow()).TotalHours, 9.9, 10);
        Service.Jump(TimeSpan.FromHours(9.5));
        Assert.Equal("WaitingOnCustomer", await StatusAsync(ticket));
        Service.Jump(TimeSpan.FromHours(0.6));
        await Heard.OneAsync<TicketClosed>(x => x.Ticket.Id == ticket.Id);
        Assert.Single(Heard.All<ClosingWarningIssued>());
    }

    [Fact]
    public async Task N3_AU3_what_a_warning_promised_is_kept_when_the_policy_becomes_shorter()
    {
        var ticket = await AnsweredAsync();
        Service.Jump(TimeSpan.FromHours(48.1));
        var warned = await Heard.OneAsync<ClosingWarningIssued>(x => x.Ticket.Id == ticket.Id);
        await SetAsync(1, close: 3, warn: 2);
        var other = await AnsweredAsync();
        await Eventually.HoldsAsync(async () => await HoursToAsync(other, "closing") <= 3);
        Service.Jump(warned.ClosesAt - Installation.Clock.GetUtcNow() - TimeSpan.FromMinutes(10));
        await Heard.OneAsync<ClosingWarningIssued>(x => x.Ticket.Id == other.Id);
        Assert.Equal("WaitingOnCustomer", await StatusAsync(ticket));
        Service.Jump(TimeSpan.FromMinutes(11));
        await Heard.OneAsync<TicketClosed>(x => x.Ticket.Id == ticket.Id);
    }

    [Fact]
    public async Task N3_AU4_F12_the_purge_moves_with_its_policy()
    {
        var ticket = await OpenForAnaAsync(Service.Upload());
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        await TimersBecomeAsync(ticket, "purge");
        await SetAsync(1, purge: 1);
        await Eventually.HoldsAsync(async () => await HoursToAsync(ticket, "purge") <= 1);
        Service.Jump(TimeSpan.FromHours(1.1));
        await Heard.OneAsync<AttachmentsPurgeDue>(x => x.TicketId == ticket.Id);
    }

    [Fact]
    public async Task CU12_the_window_of_reopening_is_the_one_that_is_set()
    {
        await SetAsync(1, reopen: 1);
        // The replica remembers what it read for some seconds.
        await Eventually.HoldsAsync(async () =>
        {
            var ticket = await OpenForAnaAsync();
            (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
            var view = (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}")).Json;
            return view.GetProperty("reopenableUntil").GetDateTimeOffset() - view.GetProperty("closedAt").GetDateTimeOffset() == TimeSpan
                .FromHours(1);
        });
    }

    [Fact]
    public async Task AG2_what_agents_see_is_the_setting_and_works_without_a_restart()
    {
        var other = await OpenAsync();
        (await Service.As(Ana).GetAsync($"/api/tickets/{other.Number}")).Expect(HttpStatusCode.NotFound);
        await Service.PublishAsync(Said(1) with { AgentsSee = "Everything" });
        await SeesAsync(HttpStatusCode.OK);
        await Service.PublishAsync(new AgentAreasChanged { AgentId = Ana.Id, Version = 1, AreaIds = [Category.AreaId] });
        await Service.PublishAsync(Said(2) with { AgentsSee = "Assigned" });
        await SeesAsync(HttpStatusCode.NotFound);
        await Service.PublishAsync(Said(1) with { AgentsSee = "Everything" });
        await Service.PublishAsync(Said(3) with { AgentsSee = "no such word" });
        await SeesAsync(HttpStatusCode.OK);

        Task SeesAsync(HttpStatusCode status) =>
            Eventually.HoldsAsync(async () => (await Service.As(Ana).GetAsync($"/api/tickets/{other.Number}")).Status == status);
    }

    [Fact]
    public async Task N3_settings_that_cannot_be_leave_what_the_host_is_configured_with()
    {
        var ticket = await AnsweredAsync();
        await SetAsync(1, close: 40, warn: null);
        await SetAsync(2, close: 200, warn: 100);
        await Eventually.HoldsAsync(async () => await HoursToAsync(ticket, "closing") > 100);
        await SetAsync(3, close: 40, warn: null);
        // Forty hours would end before the host's warning after 48.
        await Eventually.HoldsAsync(async () => await HoursToAsync(ticket, "closing") is > 71 and <= 72);
    }

    [Fact]
    public async Task N3_another_replica_moves_them_too()
    {
        var ticket = await AnsweredAsync();
        var other = await Installation.StartAsync();
        await Service.DisposeAsync();
        await other.PublishAsync(Said(1) with { CloseAfter = TimeSpan.FromHours(20), WarnAfter = TimeSpan.FromHours(10) });
        await Eventually
            .HoldsAsync(async () => (await other.As(Dora).GetAsync($"/api/tickets/{ticket.Number}/timers")).Items.EnumerateArray()
            .Any(
                x =>
                    x.GetProperty("kind").GetString() == "closing"
                        && (x.GetProperty("dueAt").GetDateTimeOffset() - Installation.Clock.GetUtcNow()).TotalHours <= 20));
        other.Jump(TimeSpan.FromHours(10.1));
        await other.Heard.OneAsync<ClosingWarningIssued>(x => x.Ticket.Id == ticket.Id);
        other.Jump(TimeSpan.FromHours(10.1));
        await other.Heard.OneAsync<TicketClosed>(x => x.Ticket.Id == ticket.Id);
    }

    Task<Guid> SetAsync(long version, int? close = null, int? warn = null, int? reopen = null, int? purge = null) =>
        Service.PublishAsync(Said(version) with
    {
        CloseAfter = Hours(close), WarnAfter = Hours(warn), ReopenWindow = Hours(reopen), PurgeAfter = Hours(purge),
    });

    static TimeSpan? Hours(int? hours) => hours is { } known ? TimeSpan.FromHours(known) : null;

    static SettingsChanged Said(long version) =>
        new() { Version = version, ChangedAt = DateTimeOffset.UnixEpoch, ChangedBy = Actor.System };

    async Task<double> HoursToAsync(Opened ticket, string kind) =>
        (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}/timers")).Items.EnumerateArray()
        .Where(x => x.GetProperty("kind").GetString() == kind)
            .Select(x => (x.GetProperty("dueAt").GetDateTimeOffset() - Installation.Clock.GetUtcNow()).TotalHours).FirstOrDefault();
}
