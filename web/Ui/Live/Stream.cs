using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace Helpdesk.Ui.Live;

/// <summary>The events of one ticket, for as long as a page is open and not for ever: then the browser comes again and shows anew that it may.</summary>
public static class Stream
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    /// <summary>Says hello at once, so that who waits knows that the line stands, and a word every some seconds, so that nothing between cuts it.</summary>
    public static async IAsyncEnumerable<SseItem<LiveEvent>> OfAsync(LiveTickets tickets, Guid ticket, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reading = tickets.Open(ticket, out var events);
        var end = time.GetUtcNow() + Longest;
        yield return Item(new("hello"));
        while (time.GetUtcNow() < end)
        {
            LiveEvent? next = null;
            using (var pause = new CancellationTokenSource(Heartbeat, time))
            using (var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, cancellationToken))
            {
                try
                {
                    next = await events.ReadAsync(either.Token);
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    // Nothing happened: a heartbeat.
                }
            }

            yield return Item(next ?? new("still-here"));
        }
    }

    static SseItem<LiveEvent> Item(LiveEvent happened) => new(happened, happened.Kind);
}
