using System.Threading.Channels;

namespace Helpdesk.Ui.Live;

/// <summary>Who looks at which ticket at this moment, and what is to be told to him.</summary>
public sealed class LiveTickets
{
    // A page that does not read loses the oldest: the newest one makes it look again anyway.
    static readonly BoundedChannelOptions Kept = new(16) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };

    readonly Lock _lock = new();
    readonly Dictionary<Guid, HashSet<Channel<LiveEvent>>> _readers = [];

    public IDisposable Open(Guid ticket, out ChannelReader<LiveEvent> events)
    {
        var channel = Channel.CreateBounded<LiveEvent>(Kept);
        lock (_lock)
        {
            if (!_readers.TryGetValue(ticket, out var readers))
                _readers[ticket] = readers = [];
            readers.Add(channel);
        }

        events = channel.Reader;
        return new Reading(this, ticket, channel);
    }

    public void Tell(Guid ticket, LiveEvent happened)
    {
        lock (_lock)
        {
            foreach (var reader in _readers.GetValueOrDefault(ticket) ?? [])
                reader.Writer.TryWrite(happened);
        }
    }

    public void TellAll(LiveEvent happened)
    {
        lock (_lock)
        {
            foreach (var reader in _readers.Values.SelectMany(x => x))
                reader.Writer.TryWrite(happened);
        }
    }

    void Close(Guid ticket, Channel<LiveEvent> channel)
    {
        lock (_lock)
        {
            if (_readers.TryGetValue(ticket, out var readers) && readers.Remove(channel) && readers.Count == 0)
                _readers.Remove(ticket);
        }
    }

    sealed class Reading(LiveTickets tickets, Guid ticket, Channel<LiveEvent> channel) : IDisposable
    {
        public void Dispose() => tickets.Close(ticket, channel);
    }
}

/// <summary>What a page is told: enough to look again, or to say a word; never what somebody wrote.</summary>
/// <param name="Kind"><c>changed</c>, <c>reply</c>, <c>writing</c> or <c>desk</c>.</param>
/// <param name="Who">First name of an agent, for <c>writing</c>.</param>
public sealed record LiveEvent(string Kind, string? Who = null);
