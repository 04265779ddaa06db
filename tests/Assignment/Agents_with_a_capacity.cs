using System.Net;
using System.Net.Http.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

public sealed class Agents_with_a_capacity(SharedService shared) : IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;
    Guid _area;
    AccountChanged _bruno = null!;

    public async ValueTask InitializeAsync()
    {
        _area = await _service.AreaAsync();
        _bruno = await _service.AgentAsync("Bruno", _area);
        await _service.TakesAtMostAsync(_bruno.AccountId, 2);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Two tickets that Bruno has, and one that waits for them.</summary>
    async Task<TicketSnapshot[]> FullAsync()
    {
        TicketSnapshot[] tickets = [SampleEvents.Ticket(_area), SampleEvents.Ticket(_area), SampleEvents.Ticket(_area)];
        await _service.OpenAsync(tickets[0]);
        await _service.OpenAsync(tickets[1]);
        await _service.WaitsAsync(tickets[2], WaitingReasons.NobodyAvailable);
        return tickets;
    }

    [Fact]
    public async Task N1_get_no_more_than_that_and_the_others_get_the_rest()
    {
        var carla = await _service.AgentAsync("Carla", _area);
        var chosen = new List<Guid>();
        for (var i = 0; i < 6; i++)
            chosen.Add(await _service.OpenAsync(SampleEvents.Ticket(_area)));
        Assert.Equal((2, 4), (chosen.Count(x => x == _bruno.AccountId), chosen.Count(x => x == carla.AccountId)));
        var full = (await _service.ReceiptsAsync(_area))[^1].Candidates.Single(x => x.AgentId == _bruno.AccountId);
        Assert.Equal((false, "at-capacity", 2, 2), (full.Eligible, full.NotEligibleBecause, full.OpenTickets, full.Facts!.Capacity!.Value));
    }

    [Fact]
    public async Task N1_a_ticket_that_is_closed_makes_room_for_the_next()
    {
        var tickets = await FullAsync();
        await _service.PublishAsync(SampleEvents.Closed(tickets[0], 2, SampleEvents.Person(_bruno)));
        await _service.TicketAsync(tickets[2].Id, x => x.AgentId == _bruno.AccountId);
    }

    [Fact]
    public async Task N1_a_ticket_that_goes_to_somebody_else_makes_room_for_the_next()
    {
        var tickets = await FullAsync();
        var diego = await _service.AgentAsync("Diego");
        await _service.PublishAsync(SampleEvents.Assigned(tickets[1], 2, SampleEvents.Person(diego)));
        await _service.TicketAsync(tickets[2].Id, x => x.AgentId == _bruno.AccountId);
    }

    [Fact]
    public async Task N1_more_capacity_or_none_at_all_drains_the_queue_and_less_takes_nothing_away()
    {
        var tickets = await FullAsync();
        await _service.TakesAtMostAsync(_bruno.AccountId, 1);
        Assert.Equal(2, (await _service.GetAsync($"/api/agents/{_bruno.AccountId}")).GetProperty("openTickets").GetInt32());
        await _service.TakesAtMostAsync(_bruno.AccountId, 3);
        await _service.TicketAsync(tickets[2].Id, x => x.AgentId == _bruno.AccountId);
        var more = SampleEvents.Ticket(_area);
        await _service.WaitsAsync(more, WaitingReasons.NobodyAvailable);
        await _service.TakesAtMostAsync(_bruno.AccountId, null);
        await _service.TicketAsync(more.Id, x => x.AgentId == _bruno.AccountId);
        var told = (await _installation.Events.WaitForAsync<AgentAvailabilityChanged>(5, x => x.AgentId == _bruno.AccountId))
            .OrderBy(x => x.Version);
        Assert.Equal([null, 2, 1, 3, null], told.Select(x => x.Capacity));
        Assert.All(told, x => Assert.True(x.Available));
    }

    [Fact]
    public async Task N1_room_goes_to_the_most_urgent_even_when_a_new_ticket_comes_at_that_moment()
    {
        var tickets = await FullAsync();
        var urgent = SampleEvents.Ticket(_area, TicketPriority.Urgent);
        await _service.WaitsAsync(urgent, WaitingReasons.NobodyAvailable);
        // Room is there, and nobody has heard of it yet.
        await _service.ExecuteAsync($"UPDATE ticket SET open = false WHERE id = {tickets[0].Id}");
        var late = SampleEvents.Ticket(_area, TicketPriority.Low);
        await _service.PublishAsync(SampleEvents.Opened(late));
        await _service.TicketAsync(urgent.Id, x => x.AgentId == _bruno.AccountId);
        await _service.TicketAsync(late.Id, x => x is { AgentId: null, WaitingBecause: WaitingReasons.NobodyAvailable });
    }

    [Fact]
    public async Task N1_an_event_from_before_the_choice_was_recorded_makes_no_room()
    {
        var (first, second) = (SampleEvents.Ticket(_area), SampleEvents.Ticket(_area));
        await _service.OpenAsync(first);
        await _service.OpenAsync(second);
        await _service.ConsumeAsync(SampleEvents.Answered(first, 2));
        await _service.WaitsAsync(SampleEvents.Ticket(_area), WaitingReasons.NobodyAvailable);
        Assert.Equal(2, (await _service.GetAsync($"/api/agents/{_bruno.AccountId}")).GetProperty("openTickets").GetInt32());
        // Ticketing had recorded it, and then a person took it away: now there is room.
        await _service.PublishAsync(SampleEvents.Left(first, 4, SampleEvents.Person(_bruno), AssigneeCause.Unassigned));
        await _service.ReceiptsAsync(_area, 3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public async Task A_wrong_capacity_is_refused_in_words(int openTickets)
    {
        var refused = await _service.As(AccountRoles.Dispatcher)
            .PutAsJsonAsync($"/api/agents/{_bruno.AccountId}/capacity", new { openTickets }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await _service.As(AccountRoles.Dispatcher)
                .PutAsJsonAsync($"/api/agents/{Guid.NewGuid()}/capacity", new { openTickets = 5 }, Stop)).StatusCode);
    }
}
