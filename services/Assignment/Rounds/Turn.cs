using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Rounds;

/// <summary>The area's round, held until the commit, and what there was when it was taken.</summary>
/// <param name="Round">Where the round stands; null when there is no such area.</param>
/// <param name="Rules">How the area's tickets find their agent.</param>
/// <param name="Agents">All agents of the area in the order of the round.</param>
/// <param name="TicketKnown">Whether there is a copy of the ticket already.</param>
/// <param name="OthersWait">Whether a ticket of the area waits for its turn.</param>
sealed record Turn(Round? Round, AreaRules Rules, IReadOnlyList<AgentInRound> Agents, bool TicketKnown, bool OthersWait)
{
    public bool SomebodyAble => Rules.Automatic && Agents.Any(x => x.Able);

    /// <summary>Why this ticket has to wait, when nobody could be chosen.</summary>
    public string WhyNobody(Ticket ticket) => this switch
    {
        { Round: null } => Reasons.UnknownArea,
        { Rules.Automatic: false } => Reasons.Manual,
        { Agents: [] } => Reasons.NoAgents,
        _ when Agents.All(x => ticket.GaveBack.Contains(x.Id)) => Reasons.GaveItBack,
        _ when Agents.Any(x => x.Able && IsCustomer(x, ticket)) => Reasons.Customer,
        _ when Agents.All(x => IsCustomer(x, ticket) || ticket.GaveBack.Contains(x.Id)) => Reasons.Customer,
        _ => Reasons.NobodyAvailable,
    };

    static bool IsCustomer(AgentInRound agent, Ticket ticket) => ticket.IsCustomer(agent.Id, agent.CanonicalEmail);
}

/// <summary>How an area's tickets find their agent.</summary>
sealed record AreaRules(string Name, AssignmentMode Mode, TimeSpan FallbackAfter)
{
    public static AreaRules OfNoArea { get; } = new("", AssignmentMode.Automatic, default);

    public bool Automatic => Mode != AssignmentMode.Manual;
}
