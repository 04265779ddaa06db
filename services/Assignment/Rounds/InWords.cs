using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Rounds;

/// <summary>A choice in sentences for people.</summary>
static class InWords
{
    public static string Reason(Guid? previousAgentId, Guid chosenAgentId, IReadOnlyList<AssignmentCandidate> candidates)
    {
        var chosen = candidates.Single(x => x.AgentId == chosenAgentId).Name;
        var previous = candidates.SingleOrDefault(x => x.AgentId == previousAgentId)?.Name;
        var place = (previousAgentId, previous) switch
        {
            (null, _) => "was first in the round of this area",
            (_, null) => "was next in the round; the agent whose turn it was before has left the area",
            _ when previousAgentId == chosenAgentId => "is the only agent of this area who could be chosen",
            _ => $"was next in the round after {previous}",
        };
        return $"{chosen} {place}. {candidates.Count(x => x.Eligible)} of {candidates.Count} agents could be chosen.";
    }

    /// <summary>Why me, or why not she.</summary>
    public static string Why(AssignmentCandidate candidate, Guid chosenAgentId, string chosenName, string reason)
    {
        if (candidate.AgentId == chosenAgentId)
            return reason;
        if (!candidate.Eligible)
            return $"{candidate.Name} could not be chosen: {Obstacle(candidate.NotEligibleBecause)}.";
        return $"{candidate.Name} could be chosen, but it was the turn of {chosenName}.";
    }

    static string Obstacle(string? word) => word switch
    {
        NotEligible.Disabled => "the account was disabled",
        NotEligible.NotAnAgent => "the account did not hold the role of an agent",
        _ => word ?? "no reason was written down",
    };
}
