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
        // Whose timers have ended meanwhile needs none moved. The files of a merged ticket go along, and their time with them.
        Event(() => Merged, x => x.CorrelateById(m => m.Message.Ticket.Id).OnMissingInstance(m => m.Discard()));
        Event(() => Outdated, x => x.CorrelateById(m => m.Message.TicketId).OnMissingInstance(m => m.Discard()));
        Schedule(() => Warning, x => x.WarningTokenId, x => x.Received = e => e.CorrelateById(m => m.Message.TicketId));
        Schedule(() => Closing, x => x.ClosingTokenId, x => x.Received = e => e.CorrelateById(m => m.Message.TicketId));
        Schedule(() => Purge, x => x.PurgeTokenId, x => x.Received = e => e.CorrelateById(m => m.Message.TicketId));

        Initially(
            Reconcile(When(AgentReplied)), Reconcile(When(CustomerReplied)), Reconcile(When(StatusChanged)),
            Reconcile(When(Closed)), Reconcile(When(Reopened)));
        During(
            Running,
            Reconcile(When(AgentReplied)), Reconcile(When(CustomerReplied)), Reconcile(When(StatusChanged)),
            Reconcile(When(Closed)), Reconcile(When(Reopened)), Reconcile(When(Merged)), Reconcile(When(Outdated)),
            Reconcile(When(Warning.Received).Then(x => x.Saga.WarnsAt = null).Activity(x => x.OfType<WarnOfClosing>())),
            Reconcile(When(Closing.Received).Then(x => x.Saga.ClosesAt = null).Activity(x => x.OfType<CloseSilentTicket>())),
            Reconcile(When(Purge.Received).Then(x => x.Saga.PurgesAt = null).Activity(x => x.OfType<StartPurge>())));
        SetCompletedWhenFinalized();
    }

    public State Running { get; } = null!;
    public Event<AgentReplied> AgentReplied { get; } = null!;
    public Event<CustomerReplied> CustomerReplied { get; } = null!;
    public Event<TicketStatusChanged> StatusChanged { get; } = null!;
    public Event<TicketClosed> Closed { get; } = null!;
    public Event<TicketReopened> Reopened { get; } = null!;
    public Event<TicketMerged> Merged { get; } = null!;
    public Event<TimersOutdated> Outdated { get; } = null!;
    public Schedule<TicketTimers, WarningDue> Warning { get; } = null!;
    public Schedule<TicketTimers, ClosingDue> Closing { get; } = null!;
    public Schedule<TicketTimers, PurgeDue> Purge { get; } = null!;

    /// <summary>Reads when each timer is due by the facts, and sets, moves or withdraws what differs.</summary>
    EventActivityBinder<TicketTimers, T> Reconcile<T>(EventActivityBinder<TicketTimers, T> after) where T : class => after
        .Activity(x => x.OfType<ReadDueTimes<T>>())
        .If(x => Due(x).WarnsAt != x.Saga.WarnsAt, x => x.IfElse(
            y => Due(y).WarnsAt is null,
            y => y.Unschedule(Warning),
            y => y.Schedule(Warning, z => new WarningDue(z.Saga.CorrelationId), z => Due(z).Until(Due(z).WarnsAt))))
        .If(x => Due(x).ClosesAt != x.Saga.ClosesAt, x => x.IfElse(
            y => Due(y).ClosesAt is null,
            y => y.Unschedule(Closing),
            y => y.Schedule(Closing, z => new ClosingDue(z.Saga.CorrelationId), z => Due(z).Until(Due(z).ClosesAt))))
        .If(x => Due(x).PurgesAt != x.Saga.PurgesAt, x => x.IfElse(
            y => Due(y).PurgesAt is null,
            y => y.Unschedule(Purge),
            y => y.Schedule(Purge, z => new PurgeDue(z.Saga.CorrelationId), z => Due(z).Until(Due(z).PurgesAt))))
        .Then(x => (_, x.Saga.WarnsAt, x.Saga.ClosesAt, x.Saga.PurgesAt) = Due(x))
        .IfElse(x => Due(x).None, x => x.Finalize(), x => x.TransitionTo(Running));

    static DueTimes Due(BehaviorContext<TicketTimers> context) => context.GetPayload<DueTimes>();
}
