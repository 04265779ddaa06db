using System.Collections.Concurrent;
using MassTransit;

namespace Helpdesk.Identity.Tests;

/// <summary>The messages that are being consumed at this moment, and those that were.</summary>
sealed class ConsumersInFlight : IReceiveObserver
{
    readonly ConcurrentDictionary<ReceiveContext, bool> _received = new();

    readonly ConcurrentDictionary<object, bool> _consumed = new();

    public bool IsEmpty => _received.IsEmpty;

    public bool HasConsumed<T>(T message) where T : notnull => _consumed.ContainsKey(message);

    public Task PreReceive(ReceiveContext context)
    {
        _received[context] = true;
        return Task.CompletedTask;
    }

    public Task PostReceive(ReceiveContext context) => Done(context);

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Done(context);

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType) where T : class
    {
        _consumed[context.Message] = true;
        return Task.CompletedTask;
    }

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception) where T : class =>
        Task.CompletedTask;

    Task Done(ReceiveContext context)
    {
        _received.TryRemove(context, out _);
        return Task.CompletedTask;
    }
}
