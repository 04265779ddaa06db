namespace Helpdesk.Fixtures;

/// <summary>Real time that a test can move ahead, or stop: timers of the platform keep running, what is due by the clock jumps.</summary>
public sealed class TestClock : TimeProvider
{
    TimeSpan _ahead;
    // In ticks; 0 while it runs.
    long _stoppedAt;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() =>
        (Volatile.Read(ref _stoppedAt) is > 0 and var ticks ? new(ticks, TimeSpan.Zero) : base.GetUtcNow()) + _ahead;

    /// <summary>Moves the clock ahead.</summary>
    public void Advance(TimeSpan by) => _ahead += by;

    /// <summary>From now on no time passes but what the test moves the clock ahead, however long the machine takes for it.</summary>
    public void Stop() => Interlocked.CompareExchange(ref _stoppedAt, base.GetUtcNow().UtcTicks, 0);

    /// <summary>Time passes again.</summary>
    public void GoOn() => Volatile.Write(ref _stoppedAt, 0);
}
