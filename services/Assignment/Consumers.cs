using Helpdesk.Assignment.Agents;
using Helpdesk.Assignment.Dispatch;
using Helpdesk.Assignment.Rounds;

namespace Helpdesk.Assignment;

/// <summary>What this service does when it hears something.</summary>
static class Consumers
{
    public static Type[] All { get; } =
    [
        typeof(AssignTicket), typeof(AssignWaitingTickets), typeof(FollowTickets), typeof(AskDispatchers),
        typeof(FollowAccounts), typeof(BringAgentBack), typeof(TellAvailabilityAgain),
    ];
}
