using System.Collections.Concurrent;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using MassTransit;

namespace Helpdesk.Ticketing.Tests;

/// <summary>What the service told the world, as a subscriber on the real broker hears it.</summary>
sealed class PublishedEvents
{
    readonly ConcurrentQueue<(object Event, Guid Area)> _events;
    readonly IReadOnlySet<Guid>? _areas;

    public PublishedEvents() : this(new(), null)
    {
    }

    PublishedEvents(ConcurrentQueue<(object, Guid)> events, IReadOnlySet<Guid>? areas) => (_events, _areas) = (events, areas);

    /// <summary>The part that concerns tickets of these areas.</summary>
    public PublishedEvents Of(IReadOnlySet<Guid> areas) => new(_events, areas);

    public IReadOnlyList<T> All<T>() => [.. _events.Where(x => _areas?.Contains(x.Area) != false).Select(x => x.Event).OfType<T>()];

    public async Task<T> OneAsync<T>(Func<T, bool> which) where T : class
    {
        T? found = null;
        await Eventually.HoldsAsync(() => (found = All<T>().FirstOrDefault(which)) is not null, what: $"a {typeof(T).Name}");
        return found!;
    }

    public async Task ListenAsync(IBusControl bus)
    {
        var endpoint = bus.ConnectReceiveEndpoint($"ear-{Guid.NewGuid():N}", x =>
        {
            Hear<TicketOpened>(x, y => y.Ticket.AreaId);
            Hear<AssigneeChanged>(x, y => y.Ticket.AreaId);
            Hear<AgentReplied>(x, y => y.Ticket.AreaId);
            Hear<CustomerReplied>(x, y => y.Ticket.AreaId);
            Hear<InternalNoteAdded>(x, y => y.Ticket.AreaId);
            Hear<TicketStatusChanged>(x, y => y.Ticket.AreaId);
            Hear<TicketPriorityChanged>(x, y => y.Ticket.AreaId);
            Hear<ClosingWarningIssued>(x, y => y.Ticket.AreaId);
            Hear<TicketClosed>(x, y => y.Ticket.AreaId);
            Hear<TicketReopened>(x, y => y.Ticket.AreaId);
            Hear<AttachmentsPurgeDue>(x, y => AreaOf(y.TicketId));
            Hear<TicketTagsChanged>(x, y => y.Ticket.AreaId);
            Hear<TicketSubjectChanged>(x, y => y.Ticket.AreaId);
            Hear<TrackingLinkRequested>(x, y => y.Ticket.AreaId);
            Hear<TicketRecategorized>(x, y => y.Ticket.AreaId);
            Hear<TicketLinked>(x, y => y.Ticket.AreaId);
            Hear<TicketUnlinked>(x, y => y.Ticket.AreaId);
            Hear<TicketMerged>(x, y => y.Ticket.AreaId);
            Hear<ReplyBeingWritten>(x, y => AreaOf(y.TicketId));
            Hear<TrackingLinkRenewed>(x, y => y.Ticket.AreaId);
            Hear<TicketRated>(x, y => y.Ticket.AreaId);
        });
        await endpoint.Ready;
    }

    Guid AreaOf(Guid ticket) => All<TicketOpened>().First(x => x.Ticket.Id == ticket).Ticket.AreaId;

    void Hear<T>(IReceiveEndpointConfigurator endpoint, Func<T, Guid> area) where T : class => endpoint.Handler<T>(x =>
    {
        _events.Enqueue((x.Message, area(x.Message)));
        return Task.CompletedTask;
    });
}
