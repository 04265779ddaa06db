using Helpdesk.Assignment.Receipts;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Assigning;

/// <summary>What there was when the area was locked; it lasts until the commit.</summary>
/// <param name="AreaId">Of which area.</param>
/// <param name="State">Where the round stands; null when there is no such area.</param>
/// <param name="Rules">How the area's tickets find their agent.</param>
/// <param name="Agents">All agents of the area in the order of the round.</param>
/// <param name="TicketKnown">Whether there is a copy of the ticket already.</param>
/// <param name="OthersWait">Whether a ticket of the area waits for its turn.</param>
sealed record AssignmentContext(
    Guid AreaId, RoundRobinState? State, AreaRules Rules, IReadOnlyList<CandidateAgent> Agents, bool TicketKnown = false,
    bool OthersWait = false)
{
    public bool AnyoneCanTake => Rules.Automatic && Agents.Any(x => x.CanTake);

    /// <summary>
    /// Whether a new ticket is chosen for at once: not while others wait who came first and are about to get somebody, nor when it has
    /// gone to another area already, whose round this is not.
    /// </summary>
    public bool AssignsAtOnce(Ticket ticket) => ticket.AreaId == AreaId && !(OthersWait && AnyoneCanTake);

    /// <summary>Chooses an agent for a ticket, or lets it wait; null when it waits.</summary>
    public (Receipt Receipt, CandidateAgent Agent)? Assign(Ticket ticket, DateTimeOffset now)
    {
        var receipt = Rules.Automatic ? State?.Choose(ticket, Agents.Select(x => x.CandidateFor(ticket)), now) : null;
        if (receipt is null)
        {
            ticket.Wait(WaitingReasonFor(ticket), now);
            return null;
        }

        var agent = Agents.Single(x => x.Id == receipt.ChosenAgentId);
        agent.NewTickets++;
        ticket.AssignTo(agent.Id);
        return (receipt, agent);
    }

    /// <summary>Why this ticket has to wait, when nobody could be chosen.</summary>
    public string WaitingReasonFor(Ticket ticket) => this switch
    {
        { State: null } => WaitingReasons.UnknownArea,
        { Rules.Automatic: false } => WaitingReasons.Manual,
        { Agents: [] } => WaitingReasons.NoAgents,
        _ when Agents.All(x => ticket.ReturnedBy.Contains(x.Id)) => WaitingReasons.GaveItBack,
        _ when Agents.Any(x => x.CanTake && IsCustomer(x, ticket)) => WaitingReasons.Customer,
        _ when Agents.All(x => IsCustomer(x, ticket) || ticket.ReturnedBy.Contains(x.Id)) => WaitingReasons.Customer,
        _ => WaitingReasons.NobodyAvailable,
    };

    static bool IsCustomer(CandidateAgent agent, Ticket ticket) => ticket.IsCustomer(agent.Id, agent.CanonicalEmail);
}

/// <summary>How an area's tickets find their agent.</summary>
sealed record AreaRules(string Name, AssignmentMode Mode, TimeSpan FallbackAfter)
{
    public static AreaRules OfNoArea { get; } = new("", AssignmentMode.Automatic, default);

    public bool Automatic => Mode != AssignmentMode.Manual;
}
