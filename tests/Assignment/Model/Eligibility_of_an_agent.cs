using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests.Model;

public sealed class Eligibility_of_an_agent
{
    static readonly CandidateFacts Able = new() { Active = true, IsAgent = true, Available = true };

    static AssignmentCandidate Candidate(CandidateFacts facts, int openTickets = 0) =>
        new() { AgentId = Guid.NewGuid(), Name = "Bruno", Eligible = false, OpenTickets = openTickets, Facts = facts };

    static string? ReasonFor(CandidateFacts facts, int openTickets = 0)
    {
        var judged = Assert.Single(Eligibility.Evaluate([Candidate(facts, openTickets)]));
        Assert.Equal(judged.NotEligibleBecause is null, judged.Eligible);
        return judged.NotEligibleBecause;
    }

    [Fact]
    public void Agent_who_is_there_can_be_chosen() => Assert.Null(ReasonFor(Able));

    [Fact]
    public void Suspended_account_cannot_be_chosen() => Assert.Equal("disabled", ReasonFor(Able with { Active = false }));

    [Fact]
    public void Account_without_the_role_cannot_be_chosen() =>
        Assert.Equal("not-an-agent", ReasonFor(Able with { IsAgent = false }));

    [Fact]
    public void Agent_who_is_away_cannot_be_chosen() => Assert.Equal("away", ReasonFor(Able with { Available = false }));

    [Fact]
    public void Agent_who_returned_the_ticket_cannot_be_chosen() =>
        Assert.Equal("gave-it-back", ReasonFor(Able with { GaveItBack = true }));

    [Fact]
    public void Customer_of_the_ticket_cannot_be_chosen() =>
        Assert.Equal("customer", ReasonFor(Able with { IsCustomer = true }));

    [Theory]
    [InlineData(0, null)]
    [InlineData(2, null)]
    [InlineData(3, "at-capacity")]
    [InlineData(4, "at-capacity")]
    public void Agent_with_a_capacity_takes_tickets_up_to_it(int openTickets, string? obstacle) =>
        Assert.Equal(obstacle, ReasonFor(Able with { Capacity = 3 }, openTickets));

    [Fact]
    public void Agent_without_a_capacity_takes_any_number_of_tickets() => Assert.Null(ReasonFor(Able, 1000));

    [Fact]
    public void Of_several_obstacles_the_one_that_lasts_longest_is_named()
    {
        var all =
            new CandidateFacts { Active = false, IsAgent = false, Available = false, Capacity = 1, GaveItBack = true, IsCustomer = true };
        Assert.Equal("disabled", ReasonFor(all, 1));
        Assert.Equal("not-an-agent", ReasonFor(all with { Active = true }, 1));
        Assert.Equal("customer", ReasonFor(all with { Active = true, IsAgent = true }, 1));
        Assert.Equal("away", ReasonFor(all with { Active = true, IsAgent = true, IsCustomer = false }, 1));
        Assert.Equal(
            "gave-it-back", ReasonFor(all with { Active = true, IsAgent = true, IsCustomer = false, Available = true }, 1));
        Assert.Equal("at-capacity", ReasonFor(Able with { Capacity = 1 }, 1));
    }

    [Fact]
    public void Agent_who_handed_the_ticket_back_gives_way_to_others()
    {
        var judged = Eligibility.Evaluate([Candidate(Able with { HandedItBack = true }), Candidate(Able)]);
        Assert.Equal(["handed-it-back", null], judged.Select(x => x.NotEligibleBecause));
    }

    [Fact]
    public void Agent_who_handed_the_ticket_back_is_better_than_nobody() =>
        Assert.Null(ReasonFor(Able with { HandedItBack = true }));

    [Fact]
    public void Agent_who_handed_the_ticket_back_gives_no_way_to_those_who_cannot_be_chosen()
    {
        var judged = Eligibility.Evaluate(
            [Candidate(Able with { HandedItBack = true }), Candidate(Able with { Available = false }),
                Candidate(Able with { Capacity = 1 }, 1)]);
        Assert.Equal([null, "away", "at-capacity"], judged.Select(x => x.NotEligibleBecause));
    }

    [Fact]
    public void An_earlier_verdict_does_not_count()
    {
        var forged = Candidate(Able) with { NotEligibleBecause = "away" };
        Assert.Equal((true, null), (Eligibility.Evaluate([forged])[0].Eligible, Eligibility.Evaluate([forged])[0].NotEligibleBecause));
        Assert.False(Eligibility.Evaluate([Candidate(Able with { Active = false }) with { Eligible = true }])[0].Eligible);
    }
}
