using Helpdesk.Contracts;
using MassTransit;

namespace Helpdesk.Ticketing.Timers;

/// <summary>
/// Keeps the timers of a ticket in step with its facts. It judges by the ticket's row, not by the event that woke it, so the
/// order of events does not matter and a timer that comes due looks again before it does anything.
/// </summary>
sealed class TicketTimersMachine : MassTransitStateMachine<TicketTimers>
{
    public TicketTimersMachine()
    {
        InstanceState(x => x.CurrentState);
        Event(() => AgentReplied, x => x.CorrelateById(m => m.Message.Ticket.Id));
        Event(() => CustomerReplied, x => x.CorrelateById(m => m.Message.Ticket.Id));
        Event(() => StatusChanged, x => x.CorrelateById(m => m.Message.Ticket.Id));
        Event(() => Closed, x => x.CorrelateById(m => m.Message.Ticket.Id));
        Event(() => Reopened, x => x.CorrelateById(m => m.Message.Ticket.Id));
        // Whose timers have ended meanwhile needs none moved. The files of a merged ticket go along, and their hour with them.
        Event(() => Merged, x => x.CorrelateById(m => m.Message.Ticket.Id).OnMissingInstance(m => m.Discard()));
        Event(() => PolicyMoved, x => x.CorrelateById(m => m.Message.TicketId).OnMissingInstance(m => m.Discard()));
        Schedule(() => Warning, x => x.WarningTokenId, x => x.Received = e => e.CorrelateById(m => m.Message.TicketId));
        Schedule(() => Closing, x => x.ClosingTokenId, x => x.Received = e => e.CorrelateById(m => m.Message.TicketId));
        Schedule(() => Purge, x => x.PurgeTokenId, x => x.Received = e => e.CorrelateById(m => m.Message.TicketId));

        Initially(
            Follow(When(AgentReplied)), Follow(When(CustomerReplied)), Follow(When(StatusChanged)), Follow(When(Closed)), Follow(When(Reopened)));
        During(Running,
            Follow(When(AgentReplied)), Follow(When(CustomerReplied)), Follow(When(StatusChanged)), Follow(When(Closed)), Follow(When(Reopened)),
            Follow(When(Merged)), Follow(When(PolicyMoved)),
            Follow(When(Warning.Received).Then(x => x.Saga.WarnsAt = null).Activity(x => x.OfType<WarnOfClosing>())),
            Follow(When(Closing.Received).Then(x => x.Saga.ClosesAt = null).Activity(x => x.OfType<CloseForSilence>())),
            Follow(When(Purge.Received).Then(x => x.Saga.PurgesAt = null).Activity(x => x.OfType<StartPurge>())));
        SetCompletedWhenFinalized();
    }

    public State Running { get; } = null!;
    public Event<AgentReplied> AgentReplied { get; } = null!;
    public Event<CustomerReplied> CustomerReplied { get; } = null!;
    public Event<TicketStatusChanged> StatusChanged { get; } = null!;
    public Event<TicketClosed> Closed { get; } = null!;
    public Event<TicketReopened> Reopened { get; } = null!;
    public Event<TicketMerged> Merged { get; } = null!;
    public Event<PolicyMoved> PolicyMoved { get; } = null!;
    public Schedule<TicketTimers, WarningDue> Warning { get; } = null!;
    public Schedule<TicketTimers, ClosingDue> Closing { get; } = null!;
    public Schedule<TicketTimers, PurgeDue> Purge { get; } = null!;

    /// <summary>Reads when each timer is due by the facts, and sets, moves or withdraws what differs.</summary>
    EventActivityBinder<TicketTimers, T> Follow<T>(EventActivityBinder<TicketTimers, T> after) where T : class => after
        .Activity(x => x.OfType<ReadFacts<T>>())
        .If(x => Facts(x).WarnsAt != x.Saga.WarnsAt, x => x.IfElse(y => Facts(y).WarnsAt is null,
            y => y.Unschedule(Warning), y => y.Schedule(Warning, z => new WarningDue(z.Saga.CorrelationId), z => Facts(z).Until(Facts(z).WarnsAt))))
        .If(x => Facts(x).ClosesAt != x.Saga.ClosesAt, x => x.IfElse(y => Facts(y).ClosesAt is null,
            y => y.Unschedule(Closing), y => y.Schedule(Closing, z => new ClosingDue(z.Saga.CorrelationId), z => Facts(z).Until(Facts(z).ClosesAt))))
        .If(x => Facts(x).PurgesAt != x.Saga.PurgesAt, x => x.IfElse(y => Facts(y).PurgesAt is null,
            y => y.Unschedule(Purge), y => y.Schedule(Purge, z => new PurgeDue(z.Saga.CorrelationId), z => Facts(z).Until(Facts(z).PurgesAt))))
        .Then(x => (_, x.Saga.WarnsAt, x.Saga.ClosesAt, x.Saga.PurgesAt) = Facts(x))
        .IfElse(x => Facts(x).None, x => x.Finalize(), x => x.TransitionTo(Running));

    static DueHours Facts(BehaviorContext<TicketTimers> context) => context.GetPayload<DueHours>();
}
