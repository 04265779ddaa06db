namespace Helpdesk.Contracts;

/// <summary>What an agent's eligibility was judged from. Judging it again must give the same.</summary>
public sealed record CandidateFacts
{
    /// <summary>Their account was enabled.</summary>
    public required bool Active { get; init; }
    /// <summary>They held the role of an agent.</summary>
    public required bool IsAgent { get; init; }
    /// <summary>They were not away.</summary>
    public required bool Available { get; init; }
    /// <summary>How many open tickets they take at most; null for no bound.</summary>
    public int? Capacity { get; init; }
    /// <summary>They had given this ticket back: while it is in this area they do not get it again by turn.</summary>
    public bool GaveItBack { get; init; }
    /// <summary>This ticket was taken from them when they went away: others come first.</summary>
    public bool HandedItBack { get; init; }
    /// <summary>They are the customer of this ticket: nobody works on a ticket of their own.</summary>
    public bool IsCustomer { get; init; }
}
