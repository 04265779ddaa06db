using Helpdesk.Api.Receipts;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Assignment.Receipts;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests.Model;

public sealed class Explaining_a_choice
{
    readonly AreaInMemory _area = new(3);

    ReceiptResponse Explained()
    {
        _area.Assign();
        return _area.Receipts[^1].ToResponse();
    }

    [Fact]
    public void The_first_choice_says_so()
    {
        var receipt = Explained();
        Assert.Equal(("first-in-round", "Agent 0", null), (receipt.Because, receipt.AgentName, receipt.PreviousAgentName));
        Assert.Equal("Agent 0 was first in the round of this area. 3 of 3 agents could be chosen.", receipt.Reason);
    }

    [Fact]
    public void A_next_choice_names_the_one_before()
    {
        _area.Assign();
        var receipt = Explained();
        Assert.Equal(("next-in-round", "Agent 1", "Agent 0"), (receipt.Because, receipt.AgentName, receipt.PreviousAgentName));
        Assert.Equal("Agent 1 was next in the round after Agent 0. 3 of 3 agents could be chosen.", receipt.Reason);
    }

    [Fact]
    public void A_choice_after_somebody_left_says_that_they_left()
    {
        _area.Assign();
        _area.Agents.RemoveAt(0);
        var receipt = Explained();
        Assert.Equal(("next-after-leaver", "Agent 1", null), (receipt.Because, receipt.AgentName, receipt.PreviousAgentName));
        Assert.Contains("has left the area. 2 of 2 agents", receipt.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_one_who_could_be_chosen_is_told_so()
    {
        _area.Assign();
        _area.Change(1, x => x with { Available = false });
        _area.Change(2, x => x with { Active = false });
        var receipt = Explained();
        Assert.Equal("only-one", receipt.Because);
        Assert.Equal("Agent 0 is the only agent of this area who could be chosen. 1 of 3 agents could be chosen.", receipt.Reason);
    }

    [Fact]
    public void The_chosen_one_is_told_why_they_were_chosen()
    {
        var receipt = Explained();
        var chosen = receipt.Candidates.Single(x => x.Chosen);
        Assert.Equal(("first-in-round", receipt.Reason), (chosen.Because, chosen.Why));
    }

    [Fact]
    public void Who_could_be_chosen_is_told_whose_turn_it_was()
    {
        var other = Explained().Candidates[1];
        Assert.Equal(("not-their-turn", true, false), (other.Because, other.Eligible, other.Chosen));
        Assert.Equal("Agent 1 could be chosen, but it was the turn of Agent 0.", other.Why);
    }

    [Fact]
    public void Who_was_full_is_told_of_how_much()
    {
        _area.Change(1, x => x with { Capacity = 3, OpenTickets = 3 });
        var full = Explained().Candidates[1];
        Assert.Equal(("at-capacity", 3, 3), (full.Because, full.OpenTickets, full.Capacity));
        Assert.Equal("Agent 1 could not be chosen: 3 open tickets, and takes 3 at most.", full.Why);
    }

    [Theory]
    [InlineData("disabled", "the account was disabled")]
    [InlineData("not-an-agent", "did not hold the role of an agent")]
    [InlineData("customer", "the customer of this ticket")]
    [InlineData("away", "away at that moment")]
    [InlineData("gave-it-back", "gave this ticket back before")]
    [InlineData("handed-it-back", "handed back when the agent went away")]
    [InlineData("on-the-moon", "on-the-moon")]
    [InlineData(null, "no reason was written down")]
    public void Every_obstacle_has_a_sentence(string? obstacle, string words)
    {
        var candidate = new AssignmentCandidate
        {
            AgentId = Guid.NewGuid(), Name = "Carla", Eligible = false, OpenTickets = 0, NotEligibleBecause = obstacle,
        };
        var why = AssignmentExplanation.Why(candidate, Guid.NewGuid(), "Bruno", "");
        Assert.StartsWith("Carla could not be chosen: ", why, StringComparison.Ordinal);
        Assert.Contains(words, why, StringComparison.Ordinal);
    }

    [Fact]
    public void The_event_tells_the_same_as_the_receipt()
    {
        _area.Assign(2);
        var receipt = _area.Receipts[1];
        var told = receipt.ToEvent(AreaInMemory.Person(1));
        Assert.Equal(
            (receipt.TicketId, receipt.TicketNumber, _area.Id, AreaInMemory.IdOf(1)),
            (told.TicketId, told.Number, told.AreaId, told.Agent.Id));
        Assert.Equal(
            (receipt.Id, 2, "round-robin/3", receipt.Reason),
            (told.Receipt.Id, told.Receipt.Sequence, told.Receipt.Policy, told.Receipt.Reason));
        Assert.Equal(receipt.Candidates, told.Receipt.Candidates);
    }
}
