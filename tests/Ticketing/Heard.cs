using System.Collections.Concurrent;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using MassTransit;

namespace Helpdesk.Ticketing.Tests;

/// <summary>What the service told the world, as a subscriber on the real broker hears it.</summary>
sealed class Heard
{
    readonly ConcurrentQueue<object> _events = new();

    public IReadOnlyList<T> All<T>() => [.. _events.OfType<T>()];

    public async Task<T> OneAsync<T>(Func<T, bool> which) where T : class
    {
        T? found = null;
        await Eventually.HoldsAsync(() => (found = All<T>().FirstOrDefault(which)) is not null, TimeSpan.FromSeconds(15), $"a {typeof(T).Name}");
        return found!;
    }

    public async Task ListenAsync(IBusControl bus)
    {
        var endpoint = bus.ConnectReceiveEndpoint($"ear-{Guid.NewGuid():N}", x =>
        {
            Hear<TicketOpened>(x);
            Hear<AssigneeChanged>(x);
            Hear<AgentReplied>(x);
            Hear<CustomerReplied>(x);
            Hear<InternalNoteAdded>(x);
            Hear<TicketStatusChanged>(x);
            Hear<TicketPriorityChanged>(x);
            Hear<ClosingWarningIssued>(x);
            Hear<TicketClosed>(x);
            Hear<TicketReopened>(x);
            Hear<AttachmentsPurgeDue>(x);
            Hear<TicketTagsChanged>(x);
            Hear<TicketSubjectChanged>(x);
            Hear<TrackingLinkRequested>(x);
            Hear<TicketRecategorized>(x);
            Hear<TicketLinked>(x);
            Hear<TicketUnlinked>(x);
            Hear<TicketMerged>(x);
            Hear<TicketRated>(x);
        });
        await endpoint.Ready;
    }

    void Hear<T>(IReceiveEndpointConfigurator endpoint) where T : class => endpoint.Handler<T>(x =>
    {
        _events.Enqueue(x.Message);
        return Task.CompletedTask;
    });
}
