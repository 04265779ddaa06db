using Helpdesk.Assignment.Assigning;
using Helpdesk.Assignment.Receipts;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests.Model;

/// <summary>The policy and its earlier versions, made again from receipts.</summary>
public sealed class Choices_that_know_the_customer
{
    static readonly Guid[] Ids = [.. Enumerable.Range(1, 3).Select(i => new Guid(i, 0, 0, new byte[8]))];

    static AssignmentCandidate Agent(int i, bool customer = false, bool available = true, bool handedBack = false) => new()
    {
        AgentId = Ids[i],
        Name = $"Agent {i}",
        Eligible = false,
        OpenTickets = 0,
        Facts = new() { Active = true, IsAgent = true, Available = available, IsCustomer = customer, HandedItBack = handedBack },
    };

    static Receipt Chosen(string policy, Guid? previous, Guid chosen, params AssignmentCandidate[] candidates) => new()
    {
        Id = Guid.NewGuid(),
        AreaId = Guid.NewGuid(),
        Sequence = 1,
        TicketId = Guid.NewGuid(),
        TicketNumber = "HD-000071",
        Cause = AssignmentCauses.Opened,
        CauseVersion = 0,
        Policy = policy,
        PreviousAgentId = previous,
        Candidates = candidates,
        ChosenAgentId = chosen,
        Reason = "",
        ChosenAt = SampleEvents.Now,
    };

    static Replay Replayed(Receipt receipt)
    {
        var replay = new Replay(new(Array.Empty<Agents.Absence>().ToLookup(x => x.AgentId)));
        replay.Next(receipt);
        return replay;
    }

    [Fact]
    public void G4_the_customer_is_not_eligible_whatever_else_holds()
    {
        var judged = Eligibility.Evaluate([Agent(0, customer: true), Agent(1)]);
        Assert.Equal(["customer", null], judged.Select(x => x.NotEligibleBecause));
        Assert.Null(RoundRobin.Choose(null, Eligibility.Evaluate([Agent(0, customer: true)])));
        // Away or not, it stays their own; and who handed it back is better than its customer.
        Assert.Equal("customer", Eligibility.Evaluate([Agent(0, customer: true, available: false)])[0].NotEligibleBecause);
        Assert.Equal(Ids[1], RoundRobin.Choose(Ids[1], Eligibility.Evaluate([Agent(0, customer: true), Agent(1, handedBack: true)])));
    }

    [Fact]
    public void G4_the_customer_is_told_by_account_or_by_mailbox_byte_for_byte()
    {
        var ticket = Ticket.From(SampleEvents.Ticket(Guid.NewGuid()) with
        {
            Customer = new() { Id = Ids[0], Name = "Ana", Email = "Ana@İnstitute.example", Language = "es" },
        });
        Assert.True(ticket.IsCustomer(Ids[0], "other@example.org"));
        Assert.False(ticket.IsCustomer(Ids[1], "ana@institute.example"));
        Assert.True(ticket.IsCustomer(Ids[1], ticket.CustomerCanonicalEmail));
        ticket = Ticket.From(SampleEvents.Ticket(Guid.NewGuid()));
        Assert.True(ticket.IsCustomer(Ids[1], "ana@example.org"));
        Assert.False(ticket.IsCustomer(Ids[1], "ANA@example.org"));
        Assert.False(ticket.IsCustomer(Ids[1], "ana+1@example.org"));
    }

    [Fact]
    public void G4_receipts_of_policies_that_did_not_ask_for_the_customer_replay_as_they_were_chosen()
    {
        Assert.Equal("round-robin/3", RoundRobin.Policy);
        var judged = Eligibility.Evaluate([Agent(0), Agent(1)]);
        Assert.Equal(1, Replayed(Chosen("round-robin/2", null, Ids[0], judged)).Reproduced);
        Assert.Equal(1, Replayed(Chosen("round-robin/3", null, Ids[0], judged)).Reproduced);
        AssignmentCandidate[] withoutFacts = [.. judged.Select(x => x with { Facts = null })];
        Assert.Equal(1, Replayed(Chosen("round-robin/1", null, Ids[0], withoutFacts)).Reproduced);
        Assert.Equal(0, Replayed(Chosen("round-robin/4", null, Ids[0], judged)).Reproduced);
        Assert.Equal(0, Replayed(Chosen("round-robin/3", null, Ids[0], withoutFacts)).Reproduced);
    }

    [Fact]
    public void G4_a_receipt_that_chose_the_customer_does_not_come_out_again()
    {
        AssignmentCandidate[] forged = [.. Eligibility.Evaluate([Agent(0), Agent(1)])
            .Select(x => x with { Facts = x.Facts! with { IsCustomer = x.AgentId == Ids[0] } })];
        Assert.Equal(0, Replayed(Chosen("round-robin/3", null, Ids[0], forged)).Reproduced);
        // Nor can one of the policy that did not ask for the customer pass somebody over as the customer.
        var passedOver = Eligibility.Evaluate([Agent(0, customer: true), Agent(1)]);
        Assert.Equal(1, Replayed(Chosen("round-robin/3", null, Ids[1], passedOver)).Reproduced);
        Assert.Equal(0, Replayed(Chosen("round-robin/2", null, Ids[1], passedOver)).Reproduced);
    }
}
