using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Helpdesk.Ui.Live;

/// <summary>
/// The events of one ticket, for as long as a page is open and not for ever: then the browser comes again and shows anew that it may.
/// </summary>
/// <param name="configuration">The setting <c>Live:CheckEvery</c>.</param>
/// <param name="time">The clock.</param>
public sealed class LiveEventStream(IConfiguration configuration, TimeProvider time)
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    // What ends a person's right is heard at once; this is for what was told while the broker was away.
    readonly TimeSpan _checkEvery = configuration.GetValue("Live:CheckEvery", TimeSpan.FromMinutes(1));

    /// <summary>
    /// Says hello at once, so that whoever waits knows that the stream is open, and a word every some seconds, so that nothing between cuts
    /// it.
    /// </summary>
    /// <param name="events">What happens from now on; the stream ends with it.</param>
    /// <param name="changed">Whether something happened since the page was read.</param>
    /// <param name="isAllowed">Whether who listens still may; asked from time to time.</param>
    /// <param name="cancellationToken">The page is gone.</param>
    public async IAsyncEnumerable<SseItem<LiveEvent>> ReadAsync(
        ChannelReader<LiveEvent> events, bool changed, Func<Task<bool>> isAllowed,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (end, check) = (time.GetUtcNow() + Longest, time.GetUtcNow() + _checkEvery);
        yield return Item(new("hello"));
        if (changed)
            yield return Item(new("changed"));
        while (time.GetUtcNow() < end)
        {
            var pause = check - time.GetUtcNow();
            var next = await NextAsync(events, pause < Heartbeat ? pause : Heartbeat, cancellationToken);
            if (events.Completion.IsCompleted)
                yield break;
            if (time.GetUtcNow() >= check)
            {
                if (!await isAllowed())
                    yield break;
                check = time.GetUtcNow() + _checkEvery;
            }

            yield return Item(next ?? new("still-here"));
        }
    }

    /// <summary>Null when nothing happened meanwhile, or nothing will any more.</summary>
    async Task<LiveEvent?> NextAsync(ChannelReader<LiveEvent> events, TimeSpan pause, CancellationToken cancellationToken)
    {
        using var waiting = new CancellationTokenSource(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(waiting.Token, cancellationToken);
        try
        {
            return await events.ReadAsync(either.Token);
        }
        catch (ChannelClosedException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    static SseItem<LiveEvent> Item(LiveEvent happened) => new(happened, happened.Kind);
}
