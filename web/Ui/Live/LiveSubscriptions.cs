using System.Security.Claims;
using System.Threading.Channels;

namespace Helpdesk.Ui.Live;

/// <summary>Who looks at which ticket at this moment, and what is to be told to them.</summary>
public sealed class LiveSubscriptions
{
    // A page that does not read loses the oldest: the newest one has it refreshed anyway.
    static readonly BoundedChannelOptions Backlog = new(16) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };

    readonly Lock _lock = new();
    readonly Dictionary<Guid, HashSet<Subscription>> _subscriptions = [];

    /// <summary>Begins a subscription; it lasts until it is disposed.</summary>
    /// <param name="ticket">Of which ticket.</param>
    /// <param name="person">Who listens, with the claims of their token; null for whoever came by the ticket's link.</param>
    /// <param name="events">What happens from now on; it ends when the person may hear no more.</param>
    public IDisposable Open(Guid ticket, ClaimsPrincipal? person, out ChannelReader<LiveEvent> events)
    {
        var subscription = new Subscription(this, ticket, person, Channel.CreateBounded<LiveEvent>(Backlog));
        lock (_lock)
        {
            if (!_subscriptions.TryGetValue(ticket, out var subscriptions))
                _subscriptions[ticket] = subscriptions = [];
            subscriptions.Add(subscription);
        }

        events = subscription.Events.Reader;
        return subscription;
    }

    public void Publish(Guid ticket, LiveEvent happened)
    {
        lock (_lock)
        {
            foreach (var subscription in _subscriptions.GetValueOrDefault(ticket) ?? [])
                subscription.Events.Writer.TryWrite(happened);
        }
    }

    public void PublishToAll(LiveEvent happened)
    {
        lock (_lock)
        {
            foreach (var subscription in _subscriptions.Values.SelectMany(x => x))
                subscription.Events.Writer.TryWrite(happened);
        }
    }

    /// <summary>Ends the subscriptions of persons whose access is over; whoever still has some opens another.</summary>
    public void EndOf(Func<ClaimsPrincipal, bool> isOver)
    {
        lock (_lock)
        {
            foreach (var subscription in _subscriptions.Values.SelectMany(x => x).Where(x => x.Person is { } person && isOver(person)))
                subscription.Events.Writer.TryComplete();
        }
    }

    /// <summary>
    /// Ends the subscriptions that came by a ticket's link, for it is another now; whoever has the new one opens another.
    /// </summary>
    public void EndByLink(Guid ticket)
    {
        lock (_lock)
        {
            foreach (var subscription in (_subscriptions.GetValueOrDefault(ticket) ?? []).Where(x => x.Person is null))
                subscription.Events.Writer.TryComplete();
        }
    }

    void Close(Subscription subscription)
    {
        lock (_lock)
        {
            if (_subscriptions.TryGetValue(subscription.Ticket, out var subscriptions) && subscriptions.Remove(subscription)
                && subscriptions.Count == 0)
                _subscriptions.Remove(subscription.Ticket);
        }
    }

    sealed class Subscription(LiveSubscriptions tickets, Guid ticket, ClaimsPrincipal? person, Channel<LiveEvent> events) : IDisposable
    {
        public Guid Ticket => ticket;

        public ClaimsPrincipal? Person => person;

        public Channel<LiveEvent> Events => events;

        public void Dispose() => tickets.Close(this);
    }
}

/// <summary>What a page is told: enough to look again, or to say a word; never what somebody wrote.</summary>
/// <param name="Kind"><c>changed</c>, <c>reply</c>, <c>writing</c> or <c>availability</c>.</param>
/// <param name="Who">First name of an agent, for <c>writing</c>.</param>
public sealed record LiveEvent(string Kind, string? Who = null);
