using System.Net;
using System.Net.Http.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

public sealed partial class Modes_of_an_area(RunningService shared) : IClassFixture<RunningService>, IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    Replica _service => shared.Service;
    readonly string _name = SampleEvents.Name("Redes");
    Guid _area;

    public async ValueTask InitializeAsync()
    {
        // How soon the machine gets to something must not decide whose patience has ended.
        _installation.Clock.Stop();
        _area = await _service.AreaAsync(_name);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Task<IReadOnlyList<TicketAwaitsDispatcher>> AskedAsync(TicketSnapshot ticket, int times = 1) =>
        _installation.Events.WaitForAsync<TicketAwaitsDispatcher>(times, x => x.TicketId == ticket.Id);

    IEnumerable<TicketAwaitsDispatcher> Asked => _installation.Events.Heard<TicketAwaitsDispatcher>().Where(x => x.AreaId == _area);

    void AssertAskedOnce(TicketSnapshot ticket) => Assert.Single(Asked, x => x.TicketId == ticket.Id);

    [Fact]
    public async Task AU1_an_area_is_automatic_unless_told_otherwise()
    {
        var area = await _service.GetAsync($"/api/areas/{_area}");
        Assert.Equal(("Automatic", "00:15:00"), (area.GetProperty("mode").GetString(), area.GetProperty("fallbackAfter").GetString()));
    }

    [Fact]
    public async Task DI1_in_a_manual_area_every_ticket_waits_for_the_dispatchers_and_they_are_told_once()
    {
        await _service.SetModeAsync(_area, AssignmentMode.Manual);
        var bruno = await _service.AgentAsync("Bruno", _area);
        var ticket = SampleEvents.Ticket(_area, TicketPriority.High);
        await _service.WaitsAsync(ticket, WaitingReasons.Manual);
        var told = Assert.Single(await AskedAsync(ticket));
        Assert.Equal(
            (ticket.Number, "Se quema", TicketPriority.High, _area, _name, "manual"),
            (told.Number, told.Subject, told.Priority, told.AreaId, told.AreaName, told.Because));

        // Whatever becomes of the agents, no rule gives it away.
        await _service.GoAwayAsync(bruno.AccountId);
        await _service.ComeBackAsync(bruno.AccountId);
        await _service.ConsumeAsync(new DrainArea(_area));
        Assert.Empty(await _service.ReceiptsAsync(_area));
        AssertAskedOnce(ticket);

        // The dispatcher gives it to somebody.
        await _service.PublishAsync(SampleEvents.Assigned(ticket, 2, SampleEvents.Person(bruno)));
        await _service.TicketAsync(ticket.Id, x => x.AgentId == bruno.AccountId && x.WaitingSince is null);
    }

    [Fact]
    public async Task AU1_a_new_mode_acts_on_what_waits_already()
    {
        await _service.SetModeAsync(_area, AssignmentMode.Manual);
        await _service.AgentAsync("Bruno", _area);
        var tickets = Enumerable.Range(0, AssignWaitingTickets.BatchSize + 5).Select(i => SampleEvents.Ticket(_area, minute: i)).ToList();
        await _service.WaitAllAsync(tickets, WaitingReasons.Manual);
        await _service.SetModeAsync(_area, AssignmentMode.Automatic);
        Assert.Equal(tickets.Select(x => x.Id), (await _service.ReceiptsAsync(_area, tickets.Count)).Select(x => x.TicketId));
        Assert.True(
            await _service.ReadAsync(
                db => db.Tickets.Where(x => x.AreaId == _area).AllAsync(x => x.WaitingSince == null && x.DispatchersAskedAt == null)));
    }

    [Fact]
    public async Task F10_what_waits_without_an_end_is_put_before_the_dispatchers_when_the_area_becomes_manual()
    {
        var bruno = await _service.AgentAsync("Bruno", _area);
        await _service.GoAwayAsync(bruno.AccountId);
        var tickets = Enumerable.Range(0, AssignWaitingTickets.BatchSize + 5).Select(i => SampleEvents.Ticket(_area, minute: i)).ToList();
        await _service.WaitAllAsync(tickets, WaitingReasons.NobodyAvailable);
        Assert.Empty(Asked);
        await _service.SetModeAsync(_area, AssignmentMode.Manual);
        var told = await _installation.Events.WaitForAsync<TicketAwaitsDispatcher>(tickets.Count, x => x.AreaId == _area);
        Assert.Equal(tickets.Select(x => x.Id).Order(), told.Select(x => x.TicketId).Order());
        Assert.All(told, x => Assert.Equal("manual", x.Because));
    }

    [Theory]
    [InlineData(AssignmentMode.Automatic)]
    [InlineData(AssignmentMode.AutomaticWithFallback)]
    public async Task F10_an_area_without_any_agent_tells_the_dispatchers_at_once_and_still_assigns_when_one_comes(AssignmentMode mode)
    {
        await _service.SetModeAsync(_area, mode);
        var ticket = SampleEvents.Ticket(_area);
        await _service.WaitsAsync(ticket, WaitingReasons.NoAgents);
        Assert.Equal("no-agents", Assert.Single(await AskedAsync(ticket)).Because);
        var bruno = await _service.AgentAsync("Bruno", _area);
        await _service.TicketAsync(ticket.Id, x => x.AgentId == bruno.AccountId && x.DispatchersAskedAt is null);
        AssertAskedOnce(ticket);
    }

    [Fact]
    public async Task F10_when_the_last_agent_leaves_the_area_the_dispatchers_are_told_of_what_waits()
    {
        var bruno = await _service.AgentAsync("Bruno", _area);
        await _service.GoAwayAsync(bruno.AccountId);
        var ticket = SampleEvents.Ticket(_area);
        await _service.WaitsAsync(ticket, WaitingReasons.NobodyAvailable);
        await _service.PutIntoAsync(bruno.AccountId);
        Assert.Equal("no-agents", Assert.Single(await AskedAsync(ticket)).Because);
    }

    [Fact]
    public async Task N1_in_an_automatic_area_nobody_is_told_while_agents_may_come_back()
    {
        var bruno = await _service.AgentAsync("Bruno", _area);
        await _service.GoAwayAsync(bruno.AccountId);
        var ticket = SampleEvents.Ticket(_area);
        await _service.WaitsAsync(ticket, WaitingReasons.NobodyAvailable);
        _service.Jump(TimeSpan.FromDays(1));
        await _service.ComeBackAsync(bruno.AccountId);
        await _service.ReceiptsAsync(_area, 1);
        Assert.Empty(Asked);
    }

    [Fact]
    public async Task N1_with_a_fallback_the_dispatchers_are_told_once_when_the_areas_patience_ends_and_it_still_leaves_by_itself()
    {
        await _service.SetModeAsync(_area, AssignmentMode.AutomaticWithFallback, TimeSpan.FromMinutes(30));
        var bruno = await _service.AgentAsync("Bruno", _area);
        await _service.GoAwayAsync(bruno.AccountId);
        var ticket = SampleEvents.Ticket(_area);
        await _service.WaitsAsync(ticket, WaitingReasons.NobodyAvailable);
        _service.Jump(TimeSpan.FromMinutes(29));
        await _service.ConsumeAsync(new DrainArea(_area) { Everything = true });
        Assert.Empty(Asked);

        _service.Jump(TimeSpan.FromMinutes(2));
        var told = Assert.Single(await AskedAsync(ticket));
        Assert.Equal("nobody-available", told.Because);
        Assert.Equal((await _service.TicketAsync(ticket.Id, x => x.DispatchersAskedAt is not null)).WaitingSince, told.Since);
        await _service.ConsumeAsync(new DrainArea(_area) { Everything = true });
        await _service.ComeBackAsync(bruno.AccountId);
        await _service.TicketAsync(ticket.Id, x => x.AgentId == bruno.AccountId);
        AssertAskedOnce(ticket);
    }

    [Fact]
    public async Task N1_a_timer_of_an_earlier_wait_is_void()
    {
        await _service.SetModeAsync(_area, AssignmentMode.AutomaticWithFallback);
        var bruno = await _service.AgentAsync("Bruno", _area);
        await _service.GoAwayAsync(bruno.AccountId);
        var ticket = SampleEvents.Ticket(_area);
        await _service.WaitsAsync(ticket, WaitingReasons.NobodyAvailable);
        _service.Jump(TimeSpan.FromMinutes(10));
        await _service.PublishAsync(SampleEvents.Assigned(ticket, 2, SampleEvents.Person(bruno)));
        await _service.TicketAsync(ticket.Id, x => x.WaitingSince is null);
        await _service.PublishAsync(SampleEvents.Left(ticket, 3, SampleEvents.Person(bruno), AssigneeCause.HandedBack));
        await _service.TicketAsync(ticket.Id, x => x.WaitingBecause == WaitingReasons.NobodyAvailable);

        _service.Jump(TimeSpan.FromMinutes(6));
        await Eventually.HoldsAsync(async () => await TimersAsync(ticket) == 1);
        Assert.Empty(Asked);
        _service.Jump(TimeSpan.FromMinutes(10));
        await AskedAsync(ticket);
        AssertAskedOnce(ticket);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(60, false)]
    public async Task N1_another_patience_moves_the_timers_that_run(int minutes, bool told)
    {
        await _service.SetModeAsync(_area, AssignmentMode.AutomaticWithFallback);
        var bruno = await _service.AgentAsync("Bruno", _area);
        await _service.GoAwayAsync(bruno.AccountId);
        var ticket = SampleEvents.Ticket(_area);
        await _service.WaitsAsync(ticket, WaitingReasons.NobodyAvailable);
        await _service.TicketAsync(ticket.Id, x => x.FallbackDueAt is not null);
        await _service.SetModeAsync(_area, AssignmentMode.AutomaticWithFallback, TimeSpan.FromMinutes(minutes));
        await _service.TicketAsync(ticket.Id, x => x.FallbackDueAt == x.WaitingSince + TimeSpan.FromMinutes(minutes));
        _service.Jump(TimeSpan.FromMinutes(told ? 6 : 20));
        if (told)
            await AskedAsync(ticket);
        else
            await Eventually.HoldsAsync(
                async () => await TimersAsync(ticket) == 1
                && (await _service.TicketAsync(ticket.Id, x => x.DispatchersAskedAt is null)).FallbackDueAt is not null);
        Assert.Equal(told ? 1 : 0, Asked.Count());
    }

    [Fact]
    public async Task N1_a_restart_loses_no_timer_and_whoever_left_the_queue_meanwhile_is_not_told_of()
    {
        await _service.SetModeAsync(_area, AssignmentMode.AutomaticWithFallback);
        var bruno = await _service.AgentAsync("Bruno", _area);
        await _service.GoAwayAsync(bruno.AccountId);
        var (waits, ended) = (SampleEvents.Ticket(_area), SampleEvents.Ticket(_area));
        await _service.WaitsAsync(waits, WaitingReasons.NobodyAvailable);
        await _service.WaitsAsync(ended, WaitingReasons.NobodyAvailable);
        await _service.PublishAsync(SampleEvents.Closed(ended, 2));
        await _service.TicketAsync(ended.Id, x => !x.Open);
        await shared.RestartAsync(TimeSpan.FromHours(2));
        await AskedAsync(waits);
        await Eventually.HoldsAsync(async () => await TimersAsync(waits) + await TimersAsync(ended) == 0);
        AssertAskedOnce(waits);
        Assert.DoesNotContain(Asked, x => x.TicketId == ended.Id);
    }

    [Theory]
    [InlineData("""{"mode":"Random"}""")]
    [InlineData("""{"mode":7}""")]
    [InlineData("{}")]
    [InlineData("""{"mode":"Manual","fallbackAfter":"00:00:10"}""")]
    [InlineData("""{"mode":"Manual","fallbackAfter":"8.00:00:00"}""")]
    [InlineData("""{"mode":"Manual","fallbackAfter":"soon"}""")]
    public async Task A_wrong_mode_is_refused_in_words(string body)
    {
        var refused = await _service.As(AccountRoles.Admin)
            .PutAsync($"/api/areas/{_area}/mode", new StringContent(body, null, "application/json"), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.True((await refused.JsonAsync()).TryGetProperty("errors", out _));
    }

    Task<int> TimersAsync(TicketSnapshot ticket) => _service.ReadAsync(db =>
        db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM outbox_message WHERE body LIKE '%' || {ticket.Id} || '%'")
            .SingleAsync());
}
