using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Timers;

/// <summary>Works out from the ticket's row when its timers are due.</summary>
sealed class ReadFacts<T>(TicketingDbContext db, PolicyInForce policies, TimeProvider time)
    : IStateMachineActivity<TicketTimers, T> where T : class
{
    public async Task Execute(BehaviorContext<TicketTimers, T> context, IBehavior<TicketTimers, T> next)
    {
        var policy = await policies.ForTimersAsync(db, context.CancellationToken);
        // Tracked: what a due timer just did in this transaction counts.
        var ticket = await db.Tickets.SingleOrDefaultAsync(x => x.Id == context.Saga.CorrelationId, context.CancellationToken);
        var hours = DueHours.Of(ticket, policy, time.GetUtcNow());
        context.AddOrUpdatePayload(() => hours, _ => hours);
        await next.Execute(context);
    }

    public Task Faulted<TException>(BehaviorExceptionContext<TicketTimers, T, TException> context, IBehavior<TicketTimers, T> next) where TException : Exception => next.Faulted(context);

    public void Probe(ProbeContext context) => context.CreateScope("read-facts");

    public void Accept(StateMachineVisitor visitor) => visitor.Visit(this);
}
