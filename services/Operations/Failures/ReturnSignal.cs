namespace Helpdesk.Operations.Failures;

/// <summary>Wakes this process's worker; what another replica wrote, it finds at its next look.</summary>
sealed class ReturnSignal : IDisposable
{
    readonly SemaphoreSlim _set = new(0, 1);

    public void Set()
    {
        try
        {
            _set.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake.
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _set.WaitAsync(atMost, cancellationToken);

    public void Dispose() => _set.Dispose();
}
