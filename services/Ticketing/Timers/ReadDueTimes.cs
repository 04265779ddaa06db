using Helpdesk.Ticketing.Lists;
using MassTransit;

namespace Helpdesk.Ticketing.Timers;

/// <summary>Works out from the ticket when its timers are due.</summary>
sealed class ReadDueTimes<T>(ITimedTickets tickets, TimeProvider time) : IStateMachineActivity<TicketTimers, T> where T : class
{
    public async Task Execute(BehaviorContext<TicketTimers, T> context, IBehavior<TicketTimers, T> next)
    {
        var policy = await tickets.HoldPolicyAsync(context.CancellationToken);
        var ticket = await tickets.FindAsync(context.Saga.CorrelationId, context.CancellationToken);
        var times = DueTimes.Of(ticket, policy, time.GetUtcNow());
        context.AddOrUpdatePayload(() => times, _ => times);
        await next.Execute(context);
    }

    public Task Faulted<TException>(
        BehaviorExceptionContext<TicketTimers, T, TException> context, IBehavior<TicketTimers, T> next) where TException : Exception =>
        next.Faulted(context);

    public void Probe(ProbeContext context) => context.CreateScope("read-due-times");

    public void Accept(StateMachineVisitor visitor) => visitor.Visit(this);
}
