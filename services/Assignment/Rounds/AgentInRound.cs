using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Rounds;

/// <summary>An agent of an area at the moment of a choice.</summary>
sealed record AgentInRound(Guid Id, string Name, string Email, string Language, bool Active, bool IsAgent, int OpenTickets)
{
    public AssignmentCandidate Candidate(int assignedMeanwhile)
    {
        var obstacle = (Active, IsAgent) switch
        {
            (false, _) => NotEligible.Disabled,
            (_, false) => NotEligible.NotAnAgent,
            _ => null,
        };
        return new() { AgentId = Id, Name = Name, Eligible = obstacle is null, OpenTickets = OpenTickets + assignedMeanwhile, NotEligibleBecause = obstacle };
    }

    public Person Person() => new() { Id = Id, Name = Name, Email = Email, Language = Language };
}
