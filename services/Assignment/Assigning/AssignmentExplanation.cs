using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Assigning;

/// <summary>A choice for people: as stable words, from which each language makes its sentence, and in English.</summary>
static class AssignmentExplanation
{
    public const string FirstInRound = "first-in-round";
    public const string NextInRound = "next-in-round";
    /// <summary>The one whose turn it was before has left the area.</summary>
    public const string NextAfterLeaver = "next-after-leaver";
    public const string OnlyOne = "only-one";
    /// <summary>Could be chosen, but another one was next.</summary>
    public const string NotTheirTurn = "not-their-turn";
    public const string NotInArea = "not-in-area";

    /// <summary>Why they were chosen, as a stable word.</summary>
    public static string Because(Guid? previousAgentId, Guid chosenAgentId, IReadOnlyList<AssignmentCandidate> candidates) =>
        previousAgentId switch
        {
            null => FirstInRound,
            _ when previousAgentId == chosenAgentId => OnlyOne,
            _ when candidates.Any(x => x.AgentId == previousAgentId) => NextInRound,
            _ => NextAfterLeaver,
        };

    public static string Reason(Guid? previousAgentId, Guid chosenAgentId, IReadOnlyList<AssignmentCandidate> candidates)
    {
        var chosen = candidates.Single(x => x.AgentId == chosenAgentId).Name;
        var place = Because(previousAgentId, chosenAgentId, candidates) switch
        {
            FirstInRound => "was first in the round of this area",
            OnlyOne => "is the only agent of this area who could be chosen",
            NextInRound => $"was next in the round after {candidates.Single(x => x.AgentId == previousAgentId).Name}",
            _ => "was next in the round; the agent whose turn it was before has left the area",
        };
        return $"{chosen} {place}. {candidates.Count(x => x.Eligible)} of {candidates.Count} agents could be chosen.";
    }

    /// <summary>Why me, or why not them.</summary>
    public static string Why(AssignmentCandidate candidate, Guid chosenAgentId, string chosenName, string reason)
    {
        if (candidate.AgentId == chosenAgentId)
            return reason;
        if (!candidate.Eligible)
            return $"{candidate.Name} could not be chosen: {Words(candidate)}.";
        return $"{candidate.Name} could be chosen, but it was the turn of {chosenName}.";
    }

    static string Words(AssignmentCandidate candidate) => candidate.NotEligibleBecause switch
    {
        IneligibilityReasons.Disabled => "the account was disabled",
        IneligibilityReasons.NotAnAgent => "the account did not hold the role of an agent",
        IneligibilityReasons.Customer => "the customer of this ticket, and nobody works on a ticket of their own",
        IneligibilityReasons.Away => "away at that moment",
        IneligibilityReasons.AtCapacity => $"{candidate.OpenTickets} open tickets, and takes {candidate.Facts?.Capacity} at most",
        IneligibilityReasons.GaveItBack => "gave this ticket back before",
        IneligibilityReasons.HandedItBack => "this ticket was handed back when the agent went away, and others could be chosen",
        { } word => word,
        null => "no reason was written down",
    };
}
