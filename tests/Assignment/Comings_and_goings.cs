using System.Collections.Concurrent;
using Helpdesk.Assignment.Receipts;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

[Collection(nameof(ThreeReplicas))]
public sealed class Comings_and_goings(ThreeReplicas shared)
{
    Replica Any => shared.Services[Random.Shared.Next(shared.Services.Length)];

    [Fact]
    public async Task F10_N1_of_200_tickets_that_come_while_agents_go_and_come_back_each_is_assigned_once()
    {
        var area = await Any.AreaAsync();
        var agents = new List<AccountChanged>();
        for (var i = 0; i < 5; i++)
            agents.Add(await Any.AgentAsync($"Agent {i}", area));
        var tickets = Enumerable.Range(0, 200).Select(i => SampleEvents.Ticket(area, (TicketPriority)(i % 4), i)).ToList();
        var coming =
            Parallel.ForEachAsync(
                tickets, new ParallelOptions { MaxDegreeOfParallelism = 8 },
                async (ticket, _) => await Any.PublishAsync(SampleEvents.Opened(ticket)));
        var comingAndGoing = Task.WhenAll(agents.Select(async agent =>
        {
            for (var i = 0; i < 4; i++)
            {
                await Any.GoAwayAsync(agent.AccountId);
                await Any.ComeBackAsync(agent.AccountId);
            }
        }));
        await Task.WhenAll(coming, comingAndGoing);

        var receipts = await Any.ReceiptsAsync(area, tickets.Count);
        Assert.Equal(tickets.Select(x => x.Id).Order(), receipts.Select(x => x.TicketId).Order());
        Assert.Equal(
            tickets.Count, (await shared.Installation.Events.WaitForAsync<TicketAssigned>(tickets.Count, x => x.AreaId == area)).Count);
        Assert.True(
            await Any.ReadAsync(db => db.Tickets.Where(x => x.AreaId == area).AllAsync(x => x.WaitingSince == null && x.AgentId != null)));
        Assert.All(receipts, x => Assert.True(x.Candidates.Single(y => y.AgentId == x.ChosenAgentId).Eligible));
        Assert.Equal(tickets.Count, (await Any.ReplayAsync(area)).GetProperty("reproduced").GetInt32());
        // Every absence that began has ended, and none was told out of turn.
        var going = agents.Select(x => x.AccountId).ToList();
        Assert.True(await Any.ReadAsync(db => db.Absences.Where(x => going.Contains(x.AgentId)).AllAsync(x => x.EndedAt != null)));
        var told = await shared.Installation.Events.WaitForAsync<AgentAvailabilityChanged>(5 * 9, x => going.Contains(x.AgentId));
        Assert.All(
            told.GroupBy(x => x.AgentId),
            x => Assert.Equal(
                Enumerable.Range(1, 9).Select(y => (y, y % 2 == 1)), x.OrderBy(y => y.Version).Select(y => ((int)y.Version, y.Available))));
    }

    [Fact]
    public async Task N1_capacity_is_never_exceeded_though_three_areas_choose_the_same_agents_at_once()
    {
        const int Most = 3;
        var areas = new[] { await Any.AreaAsync(), await Any.AreaAsync(), await Any.AreaAsync() };
        var agents = new List<AccountChanged>();
        for (var i = 0; i < 4; i++)
        {
            agents.Add(await Any.AgentAsync($"Agent {i}", areas));
            await Any.TakesAtMostAsync(agents[i].AccountId, Most);
        }

        var tickets = Enumerable.Range(0, 60).Select(i => SampleEvents.Ticket(areas[i % 3], minute: i)).ToList();
        await Parallel.ForEachAsync(
            tickets, new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (ticket, _) => await Any.PublishAsync(SampleEvents.Opened(ticket)));
        // What is assigned is closed again, until nothing waits; at no moment has anybody more than they take.
        var closed = new ConcurrentDictionary<Guid, bool>();
        await Eventually.HoldsAsync(async () =>
        {
            var held =
                await Any.ReadAsync(
                    db => db.Tickets.AsNoTracking().Where(x => areas.Contains(x.AreaId) && x.Open && x.AgentId != null).ToListAsync());
            Assert.All(held.CountBy(x => x.AgentId!.Value), x => Assert.InRange(x.Value, 1, Most));
            foreach (var ticket in held.Where(x => closed.TryAdd(x.Id, true)))
                await Any.PublishAsync(
                    SampleEvents.Closed(
                        tickets.Single(x => x.Id == ticket.Id), 2, SampleEvents.Person(agents.Single(x => x.AccountId == ticket.AgentId))));
            return closed.Count == tickets.Count;
        }, TimeSpan.FromMinutes(4));

        var receipts = await Any.ReadAsync(db => db.Receipts.AsNoTracking().Where(x => areas.Contains(x.AreaId)).ToListAsync());
        Assert.Equal(tickets.Select(x => x.Id).Order(), receipts.Select(x => x.TicketId).Order());
        Assert.All(receipts, x => Assert.InRange(Load(x), 0, Most - 1));
        foreach (var area in areas)
            Assert.Equal(20, (await Any.ReplayAsync(area)).GetProperty("reproduced").GetInt32());
    }

    [Fact]
    public async Task N1_none_is_forgotten_when_tickets_and_agents_come_at_the_same_moment()
    {
        var area = await Any.AreaAsync();
        var agents = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Any.AgentAsync($"Agent {i}")));
        var tickets = Enumerable.Range(0, 100).Select(_ => SampleEvents.Ticket(area)).ToList();
        var opening = Parallel.ForEachAsync(tickets, async (x, _) => await Any.PublishAsync(SampleEvents.Opened(x)));
        foreach (var agent in agents)
        {
            await Any.PutIntoAsync(agent.AccountId, area);
            await Any.PutIntoAsync(agent.AccountId);
        }

        await Any.PutIntoAsync(agents[0].AccountId, area);
        await opening;
        var receipts = await Any.ReceiptsAsync(area, 100);
        Assert.Equal(tickets.Select(x => x.Id).Order(), receipts.Select(x => x.TicketId).Order());
        Assert.Equal(100, (await Any.ReplayAsync(area)).GetProperty("reproduced").GetInt32());
    }

    static int Load(Receipt receipt) => receipt.Candidates.Single(x => x.AgentId == receipt.ChosenAgentId).OpenTickets;
}
