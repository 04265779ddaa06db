using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests.Model;

public sealed class Taking_turns
{
    static AssignmentCandidate Agent(Guid id, bool eligible = true) =>
        new() { AgentId = id, Name = "x", Eligible = eligible, OpenTickets = 0 };

    static AssignmentCandidate[] Agents(int count) => [.. Enumerable.Range(0, count).Select(_ => Agent(Guid.NewGuid()))];

    [Fact]
    public void AU1_with_the_same_agents_the_shares_differ_by_one_at_most_after_any_number_of_choices()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var agents = Agents(random.Next(1, 12));
            var counts = agents.ToDictionary(x => x.AgentId, _ => 0);
            var previous = random.Next(3) switch { 0 => (Guid?)null, 1 => Guid.NewGuid(), _ => agents[0].AgentId };
            for (var choice = random.Next(1, 100); choice > 0; choice--)
            {
                random.Shuffle(agents);
                previous = RoundRobin.Choose(previous, agents);
                counts[previous!.Value]++;
                Assert.InRange(counts.Values.Max() - counts.Values.Min(), 0, 1);
            }
        }
    }

    [Fact]
    public void AU1_an_agent_who_cannot_be_chosen_never_is_and_costs_the_others_nothing()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var agents = Agents(random.Next(1, 12));
            Guid? previous = null;
            for (var choice = 0; choice < 100; choice++)
            {
                AssignmentCandidate[] now = [.. agents.Select(x => x with { Eligible = random.Next(3) > 0 })];
                var chosen = RoundRobin.Choose(previous, now);
                Assert.Equal(now.Any(x => x.Eligible), chosen is not null);
                if (chosen is null)
                    continue;
                Assert.True(now.Single(x => x.AgentId == chosen).Eligible);
                // Nobody eligible stands between the one before and the chosen one.
                var order = now.OrderBy(x => x.AgentId).ToList();
                var start = previous is null ? 0 : order.FindIndex(x => x.AgentId == previous) + 1;
                Assert.Equal(
                    chosen, Enumerable.Range(0, order.Count).Select(i => order[(start + i) % order.Count]).First(x => x.Eligible).AgentId);
                previous = chosen;
            }
        }
    }

    [Fact]
    public void AU1_when_the_agent_whose_turn_it_was_has_left_the_next_in_order_follows()
    {
        var agents = Agents(5).OrderBy(x => x.AgentId).ToArray();
        Assert.Equal(agents[3].AgentId, RoundRobin.Choose(agents[2].AgentId, agents.Where(x => x != agents[2])));
        Assert.Equal(agents[0].AgentId, RoundRobin.Choose(agents[4].AgentId, agents.Where(x => x != agents[4])));
    }

    [Fact]
    public void The_choice_is_the_same_whatever_the_order_of_the_list() =>
        Assert.All(Enumerable.Range(0, 100), seed =>
        {
            var agents = Agents(6);
            var previous = agents[seed % 6].AgentId;
            var chosen = RoundRobin.Choose(previous, agents);
            new Random(seed).Shuffle(agents);
            Assert.Equal(chosen, RoundRobin.Choose(previous, agents));
        });

    [Fact]
    public void Nobody_is_chosen_from_nobody()
    {
        Assert.Null(RoundRobin.Choose(null, []));
        Assert.Null(RoundRobin.Choose(Guid.NewGuid(), [Agent(Guid.NewGuid(), eligible: false)]));
    }
}
