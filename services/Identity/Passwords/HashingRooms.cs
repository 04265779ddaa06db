using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Identity.Passwords;

/// <summary>
/// How many passwords are checked at once: each costs a tenth of a second of a processor by intention, and whoever can make that many
/// at once stands the whole machine still. Strangers and people whose device the account knows wait in rooms of their own, so that
/// a flood of the ones does not keep out the others.
/// </summary>
sealed class HashingRooms(IConfiguration configuration) : IDisposable
{
    static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    readonly TimeSpan _patience = configuration.GetValue("Accounts:HashingWait", TimeSpan.FromSeconds(3));
    readonly SemaphoreSlim _strangers = new(Places(configuration));
    readonly SemaphoreSlim _known = new(Places(configuration));

    /// <summary>A place, given back when it is disposed of.</summary>
    /// <exception cref="BusyException">None became free within a few seconds.</exception>
    public async Task<IDisposable> EnterAsync(bool known, CancellationToken cancellationToken)
    {
        var room = known ? _known : _strangers;
        return await room.WaitAsync(_patience, cancellationToken)
            ? new Place(room)
            : throw new BusyException("Very many people sign in at this moment. Please try again in a few seconds.", RetryAfter);
    }

    public void Dispose()
    {
        _strangers.Dispose();
        _known.Dispose();
    }

    static int Places(IConfiguration configuration)
    {
        var places = configuration.GetValue("Accounts:HashingAtOnce", Math.Max(1, Environment.ProcessorCount / 2));
        return places > 0 ? places : throw new InvalidOperationException("Accounts:HashingAtOnce must be at least 1.");
    }

    sealed class Place(SemaphoreSlim room) : IDisposable
    {
        public void Dispose() => room.Release();
    }
}
