using System.Security.Claims;
using System.Threading.Channels;

namespace Helpdesk.Ui.Live;

/// <summary>Who looks at which ticket at this moment, and what is to be told to them.</summary>
public sealed class LiveTickets
{
    // A page that does not read loses the oldest: the newest one makes it look again anyway.
    static readonly BoundedChannelOptions Kept = new(16) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };

    readonly Lock _lock = new();
    readonly Dictionary<Guid, HashSet<Line>> _lines = [];

    /// <summary>Begins a line; it stands until it is disposed.</summary>
    /// <param name="ticket">Of which ticket.</param>
    /// <param name="person">Who listens, with the claims of their token; null for whoever came by the ticket's link.</param>
    /// <param name="events">What happens from now on; it ends when the person may hear no more.</param>
    public IDisposable Open(Guid ticket, ClaimsPrincipal? person, out ChannelReader<LiveEvent> events)
    {
        var line = new Line(this, ticket, person, Channel.CreateBounded<LiveEvent>(Kept));
        lock (_lock)
        {
            if (!_lines.TryGetValue(ticket, out var lines))
                _lines[ticket] = lines = [];
            lines.Add(line);
        }

        events = line.Events.Reader;
        return line;
    }

    public void Tell(Guid ticket, LiveEvent happened)
    {
        lock (_lock)
        {
            foreach (var line in _lines.GetValueOrDefault(ticket) ?? [])
                line.Events.Writer.TryWrite(happened);
        }
    }

    public void TellAll(LiveEvent happened)
    {
        lock (_lock)
        {
            foreach (var line in _lines.Values.SelectMany(x => x))
                line.Events.Writer.TryWrite(happened);
        }
    }

    /// <summary>Ends the lines of persons whose access is over; whoever still has some opens another.</summary>
    public void EndOf(Func<ClaimsPrincipal, bool> isOver)
    {
        lock (_lock)
        {
            foreach (var line in _lines.Values.SelectMany(x => x).Where(x => x.Person is { } person && isOver(person)))
                line.Events.Writer.TryComplete();
        }
    }

    /// <summary>Ends the lines that came by a ticket's link, for it is another now; whoever has the new one opens another.</summary>
    public void EndByLink(Guid ticket)
    {
        lock (_lock)
        {
            foreach (var line in (_lines.GetValueOrDefault(ticket) ?? []).Where(x => x.Person is null))
                line.Events.Writer.TryComplete();
        }
    }

    void Close(Line line)
    {
        lock (_lock)
        {
            if (_lines.TryGetValue(line.Ticket, out var lines) && lines.Remove(line) && lines.Count == 0)
                _lines.Remove(line.Ticket);
        }
    }

    sealed class Line(LiveTickets tickets, Guid ticket, ClaimsPrincipal? person, Channel<LiveEvent> events) : IDisposable
    {
        public Guid Ticket => ticket;

        public ClaimsPrincipal? Person => person;

        public Channel<LiveEvent> Events => events;

        public void Dispose() => tickets.Close(this);
    }
}

/// <summary>What a page is told: enough to look again, or to say a word; never what somebody wrote.</summary>
/// <param name="Kind"><c>changed</c>, <c>reply</c>, <c>writing</c> or <c>desk</c>.</param>
/// <param name="Who">First name of an agent, for <c>writing</c>.</param>
public sealed record LiveEvent(string Kind, string? Who = null);
