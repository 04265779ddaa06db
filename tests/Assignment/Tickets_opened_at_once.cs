using Helpdesk.Assignment.Receipts;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

[Collection(nameof(ThreeReplicas))]
public sealed class Tickets_opened_at_once(ThreeReplicas shared)
{
    [Theory]
    [InlineData(1000, 5)]
    [InlineData(203, 3)]
    public async Task F10_are_shared_evenly_by_all_replicas_and_each_has_one_receipt(int tickets, int agents)
    {
        var services = shared.Services;
        var area = await services[0].AreaAsync();
        for (var i = 0; i < agents; i++)
            await services[0].AgentAsync($"Agent {i}", area);

        var opened = Enumerable.Range(0, tickets).Select(_ => SampleEvents.Ticket(area)).ToList();
        await Parallel.ForEachAsync(opened, new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (ticket, _) => await services[Random.Shared.Next(services.Length)].PublishAsync(SampleEvents.Opened(ticket)));
        var receipts = await services[0].ReceiptsAsync(area, tickets);

        AssertFair(receipts, tickets, agents);
        Assert.Equal(opened.Select(x => x.Id).Order(), receipts.Select(x => x.TicketId).Order());
        var told = await shared.Installation.Events.WaitForAsync<TicketAssigned>(tickets, x => x.AreaId == area);
        Assert.Equal(
            receipts.Select(x => (x.Id, x.TicketId, (Guid?)x.ChosenAgentId, x.Sequence)), told.OrderBy(x => x.Receipt.Sequence)
            .Select(x => (x.Receipt.Id, x.TicketId, x.Agent.Id, x.Receipt.Sequence)));
        var fairness = await services[^1].GetAsync($"/api/areas/{area}/fairness");
        Assert.InRange(fairness.GetProperty("spread").GetInt32(), 0, 1);
        Assert.Equal(tickets, fairness.GetProperty("choices").GetInt32());
    }

    [Fact]
    public async Task F10_two_tickets_at_the_same_moment_go_to_two_agents()
    {
        var services = shared.Services;
        var area = await services[0].AreaAsync();
        await services[0].AgentAsync("Bruno", area);
        await services[0].AgentAsync("Carla", area);
        for (var i = 1; i <= 20; i++)
        {
            await Task.WhenAll(services.Take(2).Select(x => x.PublishAsync(SampleEvents.Opened(SampleEvents.Ticket(area)))));
            var pair = (await services[0].ReceiptsAsync(area, 2 * i)).TakeLast(2);
            Assert.Equal(2, pair.Select(x => x.ChosenAgentId).Distinct().Count());
        }
    }

    [Fact]
    public async Task F10_copies_of_an_event_under_its_id_or_another_give_one_receipt()
    {
        var services = shared.Services;
        var area = await services[0].AreaAsync();
        await services[0].AgentAsync("Bruno", area);
        await services[0].AgentAsync("Carla", area);
        var (ticket, last) = (SampleEvents.Opened(SampleEvents.Ticket(area)), SampleEvents.Opened(SampleEvents.Ticket(area)));
        var id = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => services[i % services.Length].ConsumeAsync(ticket, i % 4 < 2 ? id : null)));
        await services[0].ReceiptsAsync(area, 1);
        await services[0].ExecuteAsync($"DELETE FROM inbox_message WHERE message_id = {id}");
        await services[0].ConsumeAsync(ticket, id);
        await services[0].ConsumeAsync(last);

        var receipts = await services[0].ReceiptsAsync(area, 2);
        AssertFair(receipts, 2, 2);
        Assert.Equal([ticket.Ticket.Id, last.Ticket.Id], receipts.Select(x => x.TicketId));
        Assert.Equal(2, (await shared.Installation.Events.WaitForAsync<TicketAssigned>(2, x => x.AreaId == area)).Count);
    }

    static void AssertFair(List<Receipt> receipts, int tickets, int agents)
    {
        Assert.Equal(Enumerable.Range(1, tickets).Select(x => (long)x), receipts.Select(x => x.Sequence));
        Assert.Equal(tickets, receipts.Select(x => x.TicketId).Distinct().Count());
        var shares = receipts.CountBy(x => x.ChosenAgentId).Select(x => x.Value).ToList();
        Assert.Equal(agents, shares.Count);
        Assert.InRange(shares.Max() - shares.Min(), 0, 1);
        // Each choice saw all choices before it, and no more.
        Assert.All(
            receipts, x =>
                Assert.All(
                    x.Candidates,
                    y => Assert.Equal(receipts.Count(z => z.Sequence < x.Sequence && z.ChosenAgentId == y.AgentId), y.OpenTickets)));
        // Not only even in the end: no agent comes again before every other has come.
        Assert.All(receipts.Zip(receipts.Skip(agents)), x => Assert.Equal(x.First.ChosenAgentId, x.Second.ChosenAgentId));
    }
}
