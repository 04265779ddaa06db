using System.Data;
using Helpdesk.Api.Areas;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Receipts;

/// <summary>
/// Folds an area's receipts again with the policy. Each choice is made from where the receipt before left the round, so that a
/// forged receipt is named alone and not with all that follow.
/// </summary>
sealed class Replay(RecordedAbsences absences)
{
    /// <summary>Differences that are told in words; all are counted.</summary>
    public const int MostTold = 100;

    readonly List<ReplayDifference> _differences = [];
    Guid? _previous;
    long _sequence;

    public int Choices { get; private set; }
    public int Reproduced { get; private set; }
    public IReadOnlyList<ReplayDifference> Differences => _differences;

    /// <summary>Nothing lets the two snapshots of round and receipts differ: they are one.</summary>
    public static async Task<Replay?> RunAsync(Guid areaId, AssignmentDbContext db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        if (await db.RoundRobinStates.AsNoTracking().SingleOrDefaultAsync(x => x.AreaId == areaId, cancellationToken) is not { } round)
            return null;

        var replay = new Replay(await RecordedAbsences.ReadAsync(db, cancellationToken));
        var receipts = db.Receipts.AsNoTracking().Where(x => x.AreaId == areaId).OrderBy(x => x.Sequence);
        await foreach (var receipt in receipts.AsAsyncEnumerable().WithCancellation(cancellationToken))
            replay.Next(receipt);
        replay.End(round);
        return replay;
    }

    public void Next(Receipt receipt)
    {
        var judged = Evaluate(receipt);
        var replayed = RoundRobin.Choose(_previous, judged ?? receipt.Candidates);
        var because = receipt switch
        {
            _ when receipt.Sequence != _sequence + 1 => $"Receipt {_sequence + 1} is missing.",
            _ when !RoundRobin.IsKnown(receipt.Policy) => $"The policy {receipt.Policy} is not known.",
            _ when judged is null => "It does not say what the eligibility of each candidate was judged from.",
            _ when judged.Zip(receipt.Candidates).FirstOrDefault(x => x.First != x.Second) is (not null, { } written) =>
                $"Whether {written.Name} could be chosen does not follow from the facts.",
            _ when absences.FindContradiction(receipt) is { } written =>
                $"Whether {written.Name} was there is not what was written down of absences.",
            _ when receipt.PreviousAgentId != _previous => "The receipt before left the round at another agent.",
            _ when receipt.ChosenAgentId != replayed => "From these candidates the policy chooses another agent.",
            _ => null,
        };
        Choices++;
        if (because is null)
            Reproduced++;
        else
            Tell(new(receipt.Sequence, receipt.TicketNumber, receipt.ChosenAgentId, replayed, because));
        (_previous, _sequence) = (receipt.ChosenAgentId, receipt.Sequence);
    }

    /// <summary>
    /// The candidates as their facts make them; null when the facts are missing. The first version of the policy kept only the
    /// verdicts.
    /// </summary>
    static IReadOnlyList<AssignmentCandidate>? Evaluate(Receipt receipt) => receipt switch
    {
        _ when !RoundRobin.KeepsFacts(receipt.Policy) => receipt.Candidates,
        _ when receipt.Candidates.Any(x => x.Facts is null) => null,
        { Policy: RoundRobin.PolicyWithoutCustomers } =>
            Eligibility.Evaluate(receipt.Candidates.Select(x => x with { Facts = x.Facts! with { IsCustomer = false } })),
        _ => Eligibility.Evaluate(receipt.Candidates),
    };

    public void End(RoundRobinState round)
    {
        if ((round.Sequence, round.PreviousAgentId) != (_sequence, _previous))
            Tell(new(round.Sequence, null, round.PreviousAgentId, _previous, "The round does not stand where the last receipt left it."));
    }

    void Tell(ReplayDifference difference)
    {
        if (_differences.Count < MostTold)
            _differences.Add(difference);
    }
}
