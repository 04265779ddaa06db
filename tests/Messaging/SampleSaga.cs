using MassTransit;

namespace Helpdesk.Messaging.Tests;

public sealed record Answered(Guid CaseId);

public sealed record Solved(Guid CaseId);

public sealed record Doubted(Guid CaseId);

public sealed record SilenceIsOver(Guid CaseId);

public sealed record CaseClosed(Guid CaseId);

public sealed class CaseSaga : SagaStateMachineInstance
{
    public Guid CorrelationId { get; set; }

    public string CurrentState { get; set; } = "";

    public int Answers { get; set; }

    public Guid? SilenceTokenId { get; set; }

    public uint RowVersion { get; set; }
}

/// <summary>Answers set a timer of an hour anew; a solved case closes 72 hours later unless it is doubted.</summary>
public sealed class CaseMachine : MassTransitStateMachine<CaseSaga>
{
    public CaseMachine()
    {
        InstanceState(x => x.CurrentState);
        Event(() => Answered, x => x.CorrelateById(m => m.Message.CaseId));
        Event(() => Solved, x => x.CorrelateById(m => m.Message.CaseId));
        Event(() => Doubted, x => x.CorrelateById(m => m.Message.CaseId));
        Schedule(() => Silence, x => x.SilenceTokenId, x => x.Received = e => e.CorrelateById(m => m.Message.CaseId));

        Initially(When(Answered).Then(Count).Schedule(Silence, Due, _ => TimeSpan.FromHours(1)).TransitionTo(Open));
        During(Open,
            When(Answered).Then(Count).Schedule(Silence, Due, _ => TimeSpan.FromHours(1)),
            When(Solved).Schedule(Silence, Due, _ => TimeSpan.FromHours(72)).TransitionTo(Waiting),
            Ignore(Doubted),
            Ignore(Silence.Received));
        During(Waiting,
            Ignore(Answered),
            Ignore(Solved),
            When(Doubted).Unschedule(Silence).TransitionTo(Open),
            When(Silence.Received).Publish(x => new CaseClosed(x.Saga.CorrelationId)).Finalize());
        SetCompletedWhenFinalized();
    }

    public State Open { get; } = null!;

    public State Waiting { get; } = null!;

    public Event<Answered> Answered { get; } = null!;

    public Event<Solved> Solved { get; } = null!;

    public Event<Doubted> Doubted { get; } = null!;

    public Schedule<CaseSaga, SilenceIsOver> Silence { get; } = null!;

    static void Count(BehaviorContext<CaseSaga> context) => context.Saga.Answers++;

    static SilenceIsOver Due(BehaviorContext<CaseSaga> context) => new(context.Saga.CorrelationId);
}
