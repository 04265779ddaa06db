namespace Helpdesk.Notification.Sending;

/// <summary>Tells the send loops of this process that something is due, so that a mail leaves at once and not at the next poll.</summary>
sealed class DeliverySignal(TimeProvider time) : IDisposable
{
    readonly SemaphoreSlim _signal = new(0);

    /// <summary>Wakes one loop; a loop that finds more than it can carry wakes the next.</summary>
    public void Notify()
    {
        // A few pending signals are enough: whoever wakes takes whatever is due.
        if (_signal.CurrentCount < 8)
            _signal.Release();
    }

    /// <summary>Waits for the signal, at most this long.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _signal.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }

    public void Dispose() => _signal.Dispose();
}
