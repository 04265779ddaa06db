using Helpdesk.ServiceDefaults.Telemetry;
using Helpdesk.Ticketing.Model;
using MassTransit;

namespace Helpdesk.Ticketing.Timers;

/// <summary>A timer came due: looks at the ticket again, under its lock, and lets it decide.</summary>
abstract class DueTimer<T>(ITimedTickets tickets, string name) : IStateMachineActivity<TicketTimers, T> where T : class
{
    public async Task Execute(BehaviorContext<TicketTimers, T> context, IBehavior<TicketTimers, T> next)
    {
        if (await tickets.LockAsync(context.Saga.CorrelationId, context.CancellationToken) is { } ticket)
        {
            TicketTag.Set(ticket.Number);
            await ActAsync(ticket, await tickets.HoldPolicyAsync(context.CancellationToken), context.CancellationToken);
            await context.PublishEventsAsync(ticket, context.CancellationToken);
        }

        await next.Execute(context);
    }

    public Task Faulted<TException>(
        BehaviorExceptionContext<TicketTimers, T, TException> context, IBehavior<TicketTimers, T> next) where TException : Exception =>
        next.Faulted(context);

    public void Probe(ProbeContext context) => context.CreateScope(name);

    public void Accept(StateMachineVisitor visitor) => visitor.Visit(this);

    protected abstract Task ActAsync(Ticket ticket, Policy policy, CancellationToken cancellationToken);
}
