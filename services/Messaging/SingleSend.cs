using MassTransit;
using MassTransit.Serialization;

namespace Helpdesk.Messaging;

/// <summary>Sends one message and reports the first failure; the bus by itself would silently retry with growing pauses.</summary>
sealed class SingleSend(OutboxMessage message, TimeProvider time, CancellationToken limit) : IPipe<SendContext>, IDisposable
{
    readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(limit);
    static readonly SerializedMessageBody Empty = new();
    Exception? _error;

    /// <summary>The failure; null when the broker has confirmed the message.</summary>
    public async Task<Exception?> Send(IBus bus)
    {
        try
        {
            var endpoint = await bus.GetSendEndpoint(message.DestinationAddress!);
            await endpoint.Send(Empty, this, _stop.Token);
            return null;
        }
        catch (Exception exception)
        {
            return _error ?? exception;
        }
    }

    Task IPipe<SendContext>.Send(SendContext context)
    {
        context.GetOrAddPayload(() => this);
        new StoredMessageSerializer(message, time).Fill(context);
        return Task.CompletedTask;
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("outboxDelivery");

    public void Dispose() => _stop.Dispose();

    void Fail(Exception error)
    {
        _error ??= error;
        _stop.Cancel();
    }

    /// <summary>Sees failures before the bus decides to retry.</summary>
    public sealed class FailureObserver : ISendObserver
    {
        public Task PreSend<T>(SendContext<T> context) where T : class => Task.CompletedTask;

        public Task PostSend<T>(SendContext<T> context) where T : class => Task.CompletedTask;

        public Task SendFault<T>(SendContext<T> context, Exception exception) where T : class
        {
            if (context.TryGetPayload(out SingleSend? delivery))
                delivery.Fail(exception);
            return Task.CompletedTask;
        }
    }
}
