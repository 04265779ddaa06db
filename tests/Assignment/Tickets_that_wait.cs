using Helpdesk.Api.Accounts;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

public sealed class Tickets_that_wait(SharedService shared) : IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;
    Guid _area;

    public async ValueTask InitializeAsync()
    {
        _area = await _service.AreaAsync(SampleEvents.EarlyName());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task N1_are_assigned_the_moment_an_agent_enters_the_area_the_most_urgent_first_then_the_oldest()
    {
        TicketSnapshot[] tickets =
        [
            SampleEvents.Ticket(_area, TicketPriority.Low, 1), SampleEvents.Ticket(_area, TicketPriority.Urgent, 5),
                SampleEvents.Ticket(_area, TicketPriority.Medium, 2),
            SampleEvents.Ticket(_area, TicketPriority.Urgent, 3), SampleEvents.Ticket(_area, TicketPriority.High, 4),
                SampleEvents.Ticket(_area, TicketPriority.Medium, 0),
        ];
        await _service.WaitAllAsync(tickets, WaitingReasons.NoAgents);
        var area = await _service.ListedAreaAsync(_area);
        Assert.Equal((6, 0), (area.GetProperty("waiting").GetInt32(), area.GetProperty("eligibleAgents").GetInt32()));

        await _service.AgentAsync("Bruno", _area);
        var receipts = await _service.ReceiptsAsync(_area, 6);
        Assert.Equal(
            tickets.OrderByDescending(x => x.Priority).ThenBy(x => x.OpenedAt).Select(x => x.Id), receipts.Select(x => x.TicketId));
        Assert.Equal(0, (await _service.ListedAreaAsync(_area)).GetProperty("waiting").GetInt32());
        Assert.Equal(6, (await _installation.Events.WaitForAsync<TicketAssigned>(6, x => x.AreaId == _area)).Count);
        // The load counts what was chosen a moment before in the same commit.
        Assert.Equal([0, 1, 2, 3, 4, 5], receipts.Select(x => x.Candidates.Single().OpenTickets));
    }

    [Fact]
    public async Task N1_are_listed_in_their_order_which_a_new_priority_changes()
    {
        TicketSnapshot[] tickets =
            [SampleEvents.Ticket(_area, TicketPriority.Low), SampleEvents.Ticket(_area, TicketPriority.High, 2),
                SampleEvents.Ticket(_area, TicketPriority.High, 1)];
        await _service.WaitAllAsync(tickets, WaitingReasons.NoAgents);
        Assert.Equal([tickets[2].Id, tickets[1].Id, tickets[0].Id], await ListedAsync());

        await _service.PublishAsync(SampleEvents.Ranked(tickets[0], 2, TicketPriority.Urgent));
        await _service.TicketAsync(tickets[0].Id, x => x.Version == 2);
        Assert.Equal([tickets[0].Id, tickets[2].Id, tickets[1].Id], await ListedAsync());
        await _service.AgentAsync("Bruno", _area);
        Assert.Equal([tickets[0].Id, tickets[2].Id, tickets[1].Id], (await _service.ReceiptsAsync(_area, 3)).Select(x => x.TicketId));
        Assert.Empty(await ListedAsync());

        async Task<List<Guid>> ListedAsync() =>
            [.. (await _service.GetAsync($"/api/areas/{_area}/queue", AccountRoles.Dispatcher)).GetProperty("items").EnumerateArray()
                .Select(x => x.GetProperty("ticketId").GetGuid())];
    }

    [Fact]
    public async Task N1_are_assigned_when_the_only_agents_account_is_active_again()
    {
        var bruno = await _service.AgentAsync("Bruno", _area);
        await ChangeAsync(bruno with { Version = 2, Active = false });
        await _service.WaitAllAsync([SampleEvents.Ticket(_area)], WaitingReasons.NobodyAvailable);
        Assert.Empty(await _service.ReceiptsAsync(_area));

        await ChangeAsync(bruno with { Version = 3, Name = "Bruno Díaz" });
        Assert.Equal(
            "Bruno Díaz", (await _installation.Events.WaitForAsync<TicketAssigned>(1, x => x.AreaId == _area)).Single().Agent.Name);
    }

    [Fact]
    public async Task N1_are_assigned_when_somebody_of_the_area_becomes_an_agent()
    {
        var bruno = await _service.AgentAsync("Bruno", _area);
        await ChangeAsync(bruno with { Version = 2, Roles = ["Dispatcher"] });
        await _service.WaitAllAsync([SampleEvents.Ticket(_area)], WaitingReasons.NobodyAvailable);
        await ChangeAsync(bruno with { Version = 3, Roles = ["Dispatcher", "Agent"] });
        await _service.ReceiptsAsync(_area, 1);
    }

    [Fact]
    public async Task N1_more_than_one_commit_holds_are_all_assigned_evenly()
    {
        TicketSnapshot[] tickets =
            [.. Enumerable.Range(0, 2 * AssignWaitingTickets.BatchSize + 7).Select(i => SampleEvents.Ticket(_area, minute: i))];
        await _service.WaitAllAsync(tickets, WaitingReasons.NoAgents);
        await _service.AgentAsync("Carla", _area);
        await _service.ReceiptsAsync(_area, tickets.Length);
        var receipts = await _service.ReceiptsAsync(_area);
        Assert.Equal(tickets.Select(x => x.Id), receipts.Select(x => x.TicketId));
    }

    [Fact]
    public async Task N1_leave_the_queue_when_somebody_takes_them_by_hand_or_they_end()
    {
        TicketSnapshot[] tickets = [SampleEvents.Ticket(_area), SampleEvents.Ticket(_area), SampleEvents.Ticket(_area)];
        await _service.WaitAllAsync(tickets, WaitingReasons.NoAgents);
        await _service.PublishAsync(
            SampleEvents.Assigned(
                tickets[0], 2, new Person { Id = Guid.NewGuid(), Name = "Carlos", Email = "c@example.org", Language = "es" }));
        await _service.PublishAsync(SampleEvents.Closed(tickets[1], 2));
        await _service.TicketAsync(tickets[0].Id, x => x.WaitingSince is null);
        await _service.TicketAsync(tickets[1].Id, x => x.WaitingSince is null);

        await _service.AgentAsync("Bruno", _area);
        var receipt = Assert.Single(await _service.ReceiptsAsync(_area, 1));
        Assert.Equal((tickets[2].Id, AssignmentCauses.Opened), (receipt.TicketId, receipt.Cause));

        // Open again, and nobody was ever chosen for it.
        await _service.PublishAsync(SampleEvents.Reopened(tickets[1], 3));
        receipt = (await _service.ReceiptsAsync(_area, 2))[1];
        Assert.Equal((tickets[1].Id, AssignmentCauses.Reopened), (receipt.TicketId, receipt.Cause));
    }

    async Task ChangeAsync(AccountChanged account)
    {
        await _service.PublishAsync(account);
        await _service.KnowsAsync(account);
    }
}
