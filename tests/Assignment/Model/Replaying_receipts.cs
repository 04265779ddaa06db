using Helpdesk.Assignment.Agents;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Assignment.Receipts;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests.Model;

/// <summary>Nine choices among three agents, and what a replay says of them when somebody has changed one.</summary>
public sealed class Replaying_receipts
{
    readonly AreaInMemory _area = new(3);
    readonly List<Absence> _absences = [];

    public Replaying_receipts() => _area.Assign(9);

    List<Receipt> Receipts => _area.Receipts;

    Replay Replay()
    {
        var replay = new Replay(new(_absences.ToLookup(x => x.AgentId)));
        foreach (var receipt in Receipts)
            replay.Next(receipt);
        replay.End(_area.State!);
        return replay;
    }

    void Forge(int sequence, Func<Receipt, ReceiptCopy> change) => Receipts[sequence - 1] = change(Receipts[sequence - 1]).Written();

    void Forge(int sequence, Func<AssignmentCandidate, AssignmentCandidate> change) =>
        Forge(sequence, x => new(x) { Candidates = [.. x.Candidates.Select(change)] });

    void AssertNames(long sequence, string because)
    {
        var differences = Replay().Differences;
        Assert.InRange(differences.Count, 1, 2);
        Assert.Equal(sequence, differences[0].Sequence);
        Assert.Contains(because, differences[0].Because, StringComparison.Ordinal);
    }

    void WasAway(int agent, TimeSpan from, TimeSpan? until) => _absences.Add(new()
    {
        Id = Guid.NewGuid(),
        AgentId = AreaInMemory.IdOf(agent),
        Because = IneligibilityReasons.Away,
        BeganAt = SampleEvents.Now + from,
        EndedAt = SampleEvents.Now + until,
    });

    [Fact]
    public void Receipts_that_nobody_touched_give_every_choice_again()
    {
        var replay = Replay();
        Assert.Equal((9, 9), (replay.Choices, replay.Reproduced));
        Assert.Empty(replay.Differences);
    }

    [Fact]
    public void Another_chosen_agent_is_found()
    {
        Forge(5, x => new(x) { ChosenAgentId = x.PreviousAgentId!.Value });
        AssertNames(5, "the policy chooses another agent");
        Assert.Equal(
            (AreaInMemory.IdOf(0), AreaInMemory.IdOf(1)),
            (Replay().Differences[0].RecordedAgentId, Replay().Differences[0].ReplayedAgentId));
    }

    [Fact]
    public void Another_previous_agent_is_found()
    {
        Forge(5, x => new(x) { PreviousAgentId = x.ChosenAgentId });
        AssertNames(5, "The receipt before left the round at another agent");
        Assert.Equal(8, Replay().Reproduced);
    }

    [Fact]
    public void Another_verdict_is_found()
    {
        Forge(5, x => x with { Eligible = false });
        AssertNames(5, "Whether Agent 0 could be chosen does not follow from the facts");
    }

    [Fact]
    public void Other_facts_are_found()
    {
        Forge(5, x => x with { Facts = x.Facts! with { Available = false } });
        AssertNames(5, "does not follow from the facts");
    }

    [Fact]
    public void Another_capacity_is_found()
    {
        Forge(7, x => x with { Facts = x.Facts! with { Capacity = 1 } });
        AssertNames(7, "does not follow from the facts");
    }

    [Fact]
    public void Missing_facts_are_found()
    {
        Forge(5, x => x with { Facts = null });
        AssertNames(5, "does not say what the eligibility of each candidate was judged from");
    }

    [Fact]
    public void Another_policy_is_found()
    {
        Forge(5, x => new(x) { Policy = "by-favour/1" });
        AssertNames(5, "The policy by-favour/1 is not known");
    }

    [Fact]
    public void A_receipt_that_is_gone_is_found()
    {
        Receipts.RemoveAt(4);
        AssertNames(6, "Receipt 5 is missing");
    }

    [Fact]
    public void The_last_receipt_that_is_gone_is_found()
    {
        Receipts.RemoveAt(8);
        AssertNames(9, "The round does not stand where the last receipt left it");
        Assert.Null(Replay().Differences[0].Ticket);
    }

    [Fact]
    public void A_receipt_that_is_there_twice_is_found()
    {
        Receipts.Insert(4, Receipts[3]);
        Assert.Equal(4, Replay().Differences[0].Sequence);
    }

    [Fact]
    public void A_forged_receipt_is_named_alone_and_not_with_all_that_follow()
    {
        Forge(3, x => new(x) { ChosenAgentId = AreaInMemory.IdOf(0) });
        Assert.Equal([3L, 4L], Replay().Differences.Select(x => x.Sequence));
    }

    [Fact]
    public void Candidate_who_is_said_to_have_been_there_while_they_were_away_is_found()
    {
        WasAway(2, -TimeSpan.FromHours(1), null);
        Assert.Equal(0, Replay().Reproduced);
        Assert.Contains("Agent 2", Replay().Differences[0].Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Candidate_who_is_said_to_have_been_away_while_they_were_there_is_found()
    {
        Forge(5, x => x.AgentId != AreaInMemory.IdOf(2) ? x
            : x with { Eligible = false, NotEligibleBecause = "away", Facts = x.Facts! with { Available = false } });
        AssertNames(5, "Whether Agent 2 was there is not what was written down of absences");
        WasAway(2, -TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(-20));
        Assert.Equal(9, Replay().Reproduced);
    }

    [Theory]
    [InlineData(-50, null)]
    [InlineData(-3600, 50)]
    public void Absences_that_began_or_ended_about_then_prove_nothing(int from, int? until)
    {
        WasAway(1, TimeSpan.FromSeconds(from), until is { } end ? TimeSpan.FromSeconds(end) : null);
        Assert.Equal(9, Replay().Reproduced);
    }

    [Fact]
    public void Absences_that_were_over_prove_nothing()
    {
        WasAway(1, -TimeSpan.FromDays(2), -TimeSpan.FromDays(1));
        Assert.Equal(9, Replay().Reproduced);
    }

    [Fact]
    public void Choices_of_the_first_policy_which_kept_no_facts_come_out_again()
    {
        for (var i = 1; i <= 6; i++)
            Forge(i, x => new(x) { Policy = "round-robin/1", Candidates = [.. x.Candidates.Select(y => y with { Facts = null })] });
        Assert.Equal(9, Replay().Reproduced);
        Forge(2, x => new(x) { ChosenAgentId = AreaInMemory.IdOf(2) });
        AssertNames(2, "the policy chooses another agent");
    }

    [Fact]
    public void All_differences_are_counted_and_a_hundred_told()
    {
        _area.Assign(200);
        for (var i = 1; i <= 209; i++)
            Forge(i, x => new(x) { Policy = "by-favour/1" });
        var replay = Replay();
        Assert.Equal((209, 0, 100), (replay.Choices, replay.Reproduced, replay.Differences.Count));
    }

    /// <summary>A receipt is written once; who forges one writes another.</summary>
    sealed record ReceiptCopy(Receipt Of)
    {
        public string Policy { get; init; } = Of.Policy;
        public Guid? PreviousAgentId { get; init; } = Of.PreviousAgentId;
        public Guid ChosenAgentId { get; init; } = Of.ChosenAgentId;
        public IReadOnlyList<AssignmentCandidate> Candidates { get; init; } = Of.Candidates;

        public Receipt Written() => new()
        {
            Id = Of.Id,
            AreaId = Of.AreaId,
            Sequence = Of.Sequence,
            TicketId = Of.TicketId,
            TicketNumber = Of.TicketNumber,
            Cause = Of.Cause,
            CauseVersion = Of.CauseVersion,
            Policy = Policy,
            PreviousAgentId = PreviousAgentId,
            Candidates = Candidates,
            ChosenAgentId = ChosenAgentId,
            Reason = Of.Reason,
            ChosenAt = Of.ChosenAt,
        };
    }
}
