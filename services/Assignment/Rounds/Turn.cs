using Helpdesk.Assignment.Receipts;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Rounds;

/// <summary>The area's round, held until the commit, and what there was when it was taken.</summary>
/// <param name="AreaId">Of which area.</param>
/// <param name="Round">Where the round stands; null when there is no such area.</param>
/// <param name="Rules">How the area's tickets find their agent.</param>
/// <param name="Agents">All agents of the area in the order of the round.</param>
/// <param name="TicketKnown">Whether there is a copy of the ticket already.</param>
/// <param name="OthersWait">Whether a ticket of the area waits for its turn.</param>
sealed record Turn(
    Guid AreaId, Round? Round, AreaRules Rules, IReadOnlyList<AgentInRound> Agents, bool TicketKnown = false, bool OthersWait = false)
{
    public bool SomebodyAble => Rules.Automatic && Agents.Any(x => x.Able);

    /// <summary>
    /// Whether a new ticket is chosen for at once: not while others wait who came first and are about to get somebody, nor when it has
    /// gone to another area already, whose round this is not.
    /// </summary>
    public bool ServesAtOnce(Ticket ticket) => ticket.AreaId == AreaId && !(OthersWait && SomebodyAble);

    /// <summary>Chooses an agent for a ticket, or lets it wait; null when it waits.</summary>
    public (Receipt Receipt, AgentInRound Agent)? Assign(Ticket ticket, DateTimeOffset now)
    {
        var receipt = Rules.Automatic ? Round?.Choose(ticket, Agents.Select(x => x.CandidateFor(ticket)), now) : null;
        if (receipt is null)
        {
            ticket.Wait(WhyNobody(ticket), now);
            return null;
        }

        var agent = Agents.Single(x => x.Id == receipt.ChosenAgentId);
        agent.Got++;
        ticket.GoTo(agent.Id);
        return (receipt, agent);
    }

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
