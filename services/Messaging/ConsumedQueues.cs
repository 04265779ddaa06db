using System.Collections.Concurrent;
using MassTransit;

namespace Helpdesk.Messaging;

/// <summary>
/// The queues that this process consumes from, once they exist: asking the broker for a queue that does not makes it log an error.
/// </summary>
public sealed class ConsumedQueues
{
    readonly ConcurrentDictionary<string, bool> _names = new();

    internal ConsumedQueues(string service) => Service = service;

    /// <summary>The service.</summary>
    public string Service { get; }

    /// <summary>Their names, sorted.</summary>
    public IReadOnlyList<string> Names => [.. _names.Keys.Order(StringComparer.Ordinal)];

    internal IReceiveEndpointObserver Of(string name) => new Observer(this, name);

    sealed class Observer(ConsumedQueues queues, string name) : IReceiveEndpointObserver
    {
        public Task Ready(ReceiveEndpointReady ready)
        {
            queues._names[name] = true;
            return Task.CompletedTask;
        }

        public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

        public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

        public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;
    }
}
