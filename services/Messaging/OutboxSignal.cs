namespace Helpdesk.Messaging;

/// <summary>Wakes the dispatcher of this process. Set after a commit that wrote messages, or when a test has moved the clock.</summary>
public sealed class OutboxSignal : IDisposable
{
    readonly SemaphoreSlim _signal = new(0, 1);

    /// <summary>Something may be due. Calling it again before the dispatcher has woken changes nothing.</summary>
    public void Set()
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

    /// <inheritdoc/>
    public void Dispose() => _signal.Dispose();
}
