namespace Helpdesk.Messaging;

/// <summary>Wakes the dispatcher of this process. Set after a commit that wrote messages, or when a test has moved the clock.</summary>
public sealed class OutboxSignal : IDisposable
{
    readonly SemaphoreSlim _signal = new(0, 1);
    int _wrote;

    /// <summary>Something may be due. Calling it again before the dispatcher has woken changes nothing.</summary>
    public void Set()
    {
        Volatile.Write(ref _wrote, 1);
        SetByOtherReplica();
    }

    /// <summary>Another replica wrote something that it cannot deliver itself.</summary>
    internal void SetByOtherReplica()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
        }
    }

    /// <summary>Waits until it is set, at most so long.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _signal.WaitAsync(atMost, cancellationToken);

    /// <summary>Whether this process wrote something since it was last asked: replicas that called each other for each other's calls would never stop.</summary>
    internal bool TakeHasWritten() => Interlocked.Exchange(ref _wrote, 0) == 1;

    /// <inheritdoc/>
    public void Dispose() => _signal.Dispose();
}
