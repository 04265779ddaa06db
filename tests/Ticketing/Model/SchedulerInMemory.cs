using System.Collections.Concurrent;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Timers;
using MassTransit;
using MassTransit.Configuration;
using MassTransit.Context;
using MassTransit.Scheduling;

namespace Helpdesk.Ticketing.Tests.Model;

/// <summary>Remembers what is scheduled, and sends nothing by itself.</summary>
sealed class SchedulerInMemory : IScheduleMessageProvider, IFilter<ConsumeContext>, IPipeSpecification<ConsumeContext>
{
    readonly ConcurrentDictionary<Guid, object> _pending = new();

    /// <summary>The ticket's timer of this kind, with its token.</summary>
    public (Guid Token, object Message)? Pending<T>(Guid ticket) where T : class =>
        _pending.Where(x => x.Value is T && TicketOf(x.Value) == ticket).Select(x => ((Guid, object)?)(x.Key, x.Value)).SingleOrDefault();

    /// <summary>The kinds of timers that are scheduled for a ticket.</summary>
    public string Kinds(Guid ticket) =>
        string.Join(' ', _pending.Values.Where(x => TicketOf(x) == ticket).Select(x => x.GetType().Name).Order(StringComparer.Ordinal));

    public void Forget(Guid token) => _pending.TryRemove(token, out _);

    public Task<ScheduledMessage<T>> ScheduleSend<T>(
        Uri destinationAddress, DateTime scheduledTime, T message, IPipe<SendContext<T>> pipe,
            CancellationToken cancellationToken) where T : class
    {
        var token = NewId.NextGuid();
        _pending[token] = message;
        return Task.FromResult<ScheduledMessage<T>>(new ScheduledMessageHandle<T>(token, scheduledTime, destinationAddress, message));
    }

    public Task CancelScheduledSend(Guid tokenId, CancellationToken cancellationToken)
    {
        Forget(tokenId);
        return Task.CompletedTask;
    }

    public Task CancelScheduledSend(Uri destinationAddress, Guid tokenId, CancellationToken cancellationToken) =>
        CancelScheduledSend(tokenId, cancellationToken);

    public Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        context.GetOrAddPayload<MessageSchedulerContext>(() =>
            new ConsumeMessageSchedulerContext(context, x => new MessageScheduler(this, x.GetPayload<IBusTopology>())));
        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("schedulerInMemory");

    public void Apply(IPipeBuilder<ConsumeContext> builder) => builder.AddFilter(this);

    public IEnumerable<ValidationResult> Validate() => [];

    static Guid? TicketOf(object message) => message switch
    {
        WarningDue due => due.TicketId,
        ClosingDue due => due.TicketId,
        PurgeDue due => due.TicketId,
        _ => null,
    };
}
