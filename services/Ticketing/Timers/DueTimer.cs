using Helpdesk.ServiceDefaults.Telemetry;
using Helpdesk.Ticketing.Tickets;
using MassTransit;

namespace Helpdesk.Ticketing.Timers;

/// <summary>A timer came due: looks at the ticket again, under its lock, and lets it decide.</summary>
abstract class DueTimer<T>(TicketingDbContext db, PolicyInForce policies, string name) : IStateMachineActivity<TicketTimers, T> where T : class
{
    protected TicketingDbContext Db => db;

    public async Task Execute(BehaviorContext<TicketTimers, T> context, IBehavior<TicketTimers, T> next)
    {
        if (await Db.LockTicketAsync(context.Saga.CorrelationId, context.CancellationToken) is { } ticket)
        {
            TicketSpan.Is(ticket.Number);
            await ActAsync(ticket, await policies.ForTimersAsync(Db, context.CancellationToken), context.CancellationToken);
            await ticket.PublishAsync(context, context.CancellationToken);
        }

        await next.Execute(context);
    }

    public Task Faulted<TException>(BehaviorExceptionContext<TicketTimers, T, TException> context, IBehavior<TicketTimers, T> next) where TException : Exception => next.Faulted(context);

    public void Probe(ProbeContext context) => context.CreateScope(name);

    public void Accept(StateMachineVisitor visitor) => visitor.Visit(this);

    protected abstract Task ActAsync(Ticket ticket, Policy policy, CancellationToken cancellationToken);
}
