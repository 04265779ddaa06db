namespace Helpdesk.Messaging;

/// <summary>Wakes this process's dispatcher: set after a commit with messages, or by tests that move the clock.</summary>
public sealed class OutboxSignal : IDisposable
{
    readonly SemaphoreSlim _signal = new(0, 1);
    int _wrote;

    /// <summary>Something may be due. Setting it again before the dispatcher wakes changes nothing.</summary>
    public void Set()
    {
        Volatile.Write(ref _wrote, 1);
        SetByOtherReplica();
    }

    /// <summary>Another replica wrote messages that it cannot deliver.</summary>
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

    /// <summary>Waits until it is set, or for at most this long.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _signal.WaitAsync(atMost, cancellationToken);

    /// <summary>Whether this process wrote messages since the last call. Replicas must not notify each other of notifications.</summary>
    internal bool TakeHasWritten() => Interlocked.Exchange(ref _wrote, 0) == 1;

    /// <inheritdoc/>
    public void Dispose() => _signal.Dispose();
}
