using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Rounds;

/// <summary>The part of the policy that says who can be chosen. It judges by what the receipt keeps and by nothing else, so that a replay judges the same.</summary>
static class Eligibility
{
    /// <summary>The candidates with the verdict that their facts give.</summary>
    public static AssignmentCandidate[] Judge(IEnumerable<AssignmentCandidate> candidates)
    {
        AssignmentCandidate[] judged = [.. candidates.Select(x => Verdict(x, Obstacle(x.Facts!, x.OpenTickets)))];
        // Better he who was away a moment ago than nobody.
        var others = judged.Any(x => x is { Eligible: true, Facts.HandedItBack: false });
        return others ? [.. judged.Select(x => x is { Eligible: true, Facts.HandedItBack: true } ? Verdict(x, Obstacles.HandedItBack) : x)] : judged;
    }

    static AssignmentCandidate Verdict(AssignmentCandidate candidate, string? obstacle) => candidate with { Eligible = obstacle is null, NotEligibleBecause = obstacle };

    static string? Obstacle(CandidateFacts facts, int openTickets) => facts switch
    {
        { Active: false } => Obstacles.Disabled,
        { IsAgent: false } => Obstacles.NotAnAgent,
        { IsCustomer: true } => Obstacles.Customer,
        { Available: false } => Obstacles.Away,
        { GaveItBack: true } => Obstacles.GaveItBack,
        { Capacity: { } most } when openTickets >= most => Obstacles.AtCapacity,
        _ => null,
    };
}
