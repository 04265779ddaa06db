using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Identity.Passwords;

/// <summary>
/// How many passwords are checked at once: each costs a tenth of a second of a processor by intention, and whoever can make that many
/// at once stands the whole machine still. Strangers and people on known devices have limits of their own, so that a flood of the ones
/// does not keep out the others.
/// </summary>
sealed class PasswordHashingLimiter(IConfiguration configuration) : IDisposable
{
    static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    readonly TimeSpan _maxWait = configuration.GetValue("Accounts:PasswordHashingWait", TimeSpan.FromSeconds(3));
    readonly SemaphoreSlim _strangers = new(Concurrency(configuration));
    readonly SemaphoreSlim _knownDevices = new(Concurrency(configuration));

    /// <summary>Leave to check one password, until it is disposed of.</summary>
    /// <exception cref="BusyException">None became free within a few seconds.</exception>
    public async Task<IDisposable> AcquireAsync(bool knownDevice, CancellationToken cancellationToken)
    {
        var semaphore = knownDevice ? _knownDevices : _strangers;
        return await semaphore.WaitAsync(_maxWait, cancellationToken)
            ? new Lease(semaphore)
            : throw new BusyException("Very many people sign in at this moment. Please try again in a few seconds.", RetryAfter);
    }

    public void Dispose()
    {
        _strangers.Dispose();
        _knownDevices.Dispose();
    }

    static int Concurrency(IConfiguration configuration)
    {
        var limit = configuration.GetValue("Accounts:ConcurrentPasswordHashes", Math.Max(1, Environment.ProcessorCount / 2));
        return limit > 0 ? limit : throw new InvalidOperationException("Accounts:ConcurrentPasswordHashes must be at least 1.");
    }

    sealed class Lease(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
