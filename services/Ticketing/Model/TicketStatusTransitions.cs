using Helpdesk.Contracts;
using static Helpdesk.Contracts.TicketStatus;

namespace Helpdesk.Ticketing.Model;

/// <summary>The only table of transitions. Whoever offers a button derives it from here.</summary>
static class TicketStatusTransitions
{
    static readonly Dictionary<TicketStatus, TicketStatus[]> Table = new()
    {
        [New] = [InProgress, WaitingOnCustomer, OnHold, Resolved, Closed],
        [InProgress] = [WaitingOnCustomer, OnHold, Resolved, Closed],
        [WaitingOnCustomer] = [InProgress, OnHold, Resolved, Closed],
        [OnHold] = [InProgress, WaitingOnCustomer, Resolved, Closed],
        [Resolved] = [InProgress, WaitingOnCustomer, Closed],
        [Closed] = [InProgress],
    };

    /// <summary>Where a ticket may go from here.</summary>
    public static IReadOnlyList<TicketStatus> AllowedFrom(TicketStatus status) => Table[status];

    /// <summary>Whether a ticket may go from one to the other; staying is not going.</summary>
    public static bool Allows(TicketStatus from, TicketStatus to) => Table[from].Contains(to);
}
