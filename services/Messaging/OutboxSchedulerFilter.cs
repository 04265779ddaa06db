using MassTransit;
using MassTransit.Configuration;
using MassTransit.Context;
using MassTransit.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Messaging;

/// <summary>Gives every consume context a scheduler in its own scope, and so in its own DbContext and transaction.</summary>
sealed class OutboxSchedulerFilter<TContext> : IFilter<ConsumeContext>, IPipeSpecification<ConsumeContext> where TContext : DbContext
{
    public Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        context.GetOrAddPayload<MessageSchedulerContext>(() => new ConsumeMessageSchedulerContext(context, Create));
        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("outboxScheduler");

    public void Apply(IPipeBuilder<ConsumeContext> builder) => builder.AddFilter(this);

    public IEnumerable<ValidationResult> Validate() => [];

    static MessageScheduler Create(ConsumeContext context) => new(
        new OutboxScheduler(context, context.GetPayload<IServiceScope>().ServiceProvider.GetRequiredService<TContext>()),
        context.GetPayload<IBusTopology>());
}
