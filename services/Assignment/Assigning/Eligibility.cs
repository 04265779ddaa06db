using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Assigning;

/// <summary>
/// The part of the policy that says who can be chosen. It judges by what the receipt keeps and by nothing else, so that a replay judges
/// the same.
/// </summary>
static class Eligibility
{
    /// <summary>The candidates with the verdict that their facts give.</summary>
    public static AssignmentCandidate[] Evaluate(IEnumerable<AssignmentCandidate> candidates)
    {
        AssignmentCandidate[] judged = [.. candidates.Select(x => Verdict(x, ReasonFrom(x.Facts!, x.OpenTickets)))];
        // Better someone who was away a moment ago than nobody.
        var others = judged.Any(x => x is { Eligible: true, Facts.HandedItBack: false });
        return others ? [.. judged.Select(GiveWay)] : judged;
    }

    static AssignmentCandidate GiveWay(AssignmentCandidate judged) =>
        judged is { Eligible: true, Facts.HandedItBack: true } ? Verdict(judged, IneligibilityReasons.HandedItBack) : judged;

    static AssignmentCandidate Verdict(AssignmentCandidate candidate, string? because) =>
        candidate with { Eligible = because is null, NotEligibleBecause = because };

    static string? ReasonFrom(CandidateFacts facts, int openTickets) => facts switch
    {
        { Active: false } => IneligibilityReasons.Disabled,
        { IsAgent: false } => IneligibilityReasons.NotAnAgent,
        { IsCustomer: true } => IneligibilityReasons.Customer,
        { Available: false } => IneligibilityReasons.Away,
        { GaveItBack: true } => IneligibilityReasons.GaveItBack,
        { Capacity: { } most } when openTickets >= most => IneligibilityReasons.AtCapacity,
        _ => null,
    };
}
