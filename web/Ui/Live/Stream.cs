using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Helpdesk.Ui.Live;

/// <summary>The events of one ticket, for as long as a page is open and not for ever: then the browser comes again and shows anew that it may.</summary>
public static class Stream
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    /// <summary>Says hello at once, so that who waits knows that the line stands, and a word every some seconds, so that nothing between cuts it.</summary>
    /// <param name="events">What happens from now on.</param>
    /// <param name="changed">Whether something happened since the page was read.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">The page is gone.</param>
    public static async IAsyncEnumerable<SseItem<LiveEvent>> OfAsync(ChannelReader<LiveEvent> events, bool changed, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + Longest;
        yield return Item(new("hello"));
        if (changed)
            yield return Item(new("changed"));
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
