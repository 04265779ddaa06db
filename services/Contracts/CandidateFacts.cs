namespace Helpdesk.Contracts;

/// <summary>What an agent's eligibility was judged from. Judging it again must give the same.</summary>
public sealed record CandidateFacts
{
    /// <summary>His account was enabled.</summary>
    public required bool Active { get; init; }
    /// <summary>He held the role of an agent.</summary>
    public required bool IsAgent { get; init; }
    /// <summary>He was not away.</summary>
    public required bool Available { get; init; }
    /// <summary>How many open tickets he takes at most; null for no bound.</summary>
    public int? Capacity { get; init; }
    /// <summary>He had given this ticket back: while it is in this area he does not get it again by turn.</summary>
    public bool GaveItBack { get; init; }
    /// <summary>This ticket was taken from him when he went away: others come first.</summary>
    public bool HandedItBack { get; init; }
    /// <summary>They are the customer of this ticket: nobody works on a ticket of their own.</summary>
    public bool IsCustomer { get; init; }
}
