using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Rounds;

/// <summary>An agent of an area at the moment of a choice.</summary>
/// <param name="OpenTickets">Those that he had before this turn began.</param>
sealed record AgentInRound(
    Guid Id, string Name, string Email, string CanonicalEmail, string Language, bool Active, bool IsAgent, bool Available, int? Capacity,
    int OpenTickets)
{
    /// <summary>Tickets that he got in this turn.</summary>
    public int Got { get; set; }

    /// <summary>Some ticket could go to him.</summary>
    public bool Able => Active && IsAgent && Available && !(OpenTickets + Got >= Capacity);

    public AssignmentCandidate CandidateFor(Ticket ticket) => new()
    {
        AgentId = Id,
        Name = Name,
        OpenTickets = OpenTickets + Got,
        Eligible = false,
        Facts = new()
        {
            Active = Active,
            IsAgent = IsAgent,
            Available = Available,
            Capacity = Capacity,
            GaveItBack = ticket.GaveBack.Contains(Id),
            HandedItBack = ticket.HandedBackBy == Id,
            IsCustomer = ticket.IsCustomer(Id, CanonicalEmail),
        },
    };

    public Person Person() => new() { Id = Id, Name = Name, Email = Email, Language = Language };
}
