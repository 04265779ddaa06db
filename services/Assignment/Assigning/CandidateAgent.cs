using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Assigning;

/// <summary>An agent of an area at the moment of a choice.</summary>
/// <param name="OpenTickets">Those they had when the area was locked.</param>
sealed record CandidateAgent(
    Guid Id, string Name, string Email, string CanonicalEmail, string Language, bool Active, bool IsAgent, bool Available, int? Capacity,
    int OpenTickets)
{
    /// <summary>Tickets they got since.</summary>
    public int NewTickets { get; set; }

    /// <summary>Some ticket could go to them.</summary>
    public bool CanTake => Active && IsAgent && Available && !(OpenTickets + NewTickets >= Capacity);

    public AssignmentCandidate CandidateFor(Ticket ticket) => new()
    {
        AgentId = Id,
        Name = Name,
        OpenTickets = OpenTickets + NewTickets,
        Eligible = false,
        Facts = new()
        {
            Active = Active,
            IsAgent = IsAgent,
            Available = Available,
            Capacity = Capacity,
            GaveItBack = ticket.ReturnedBy.Contains(Id),
            HandedItBack = ticket.HandedBackBy == Id,
            IsCustomer = ticket.IsCustomer(Id, CanonicalEmail),
        },
    };

    public Person Person() => new() { Id = Id, Name = Name, Email = Email, Language = Language };
}
