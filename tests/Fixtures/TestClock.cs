namespace Helpdesk.Fixtures;

/// <summary>Real time that a test can advance or stop. The platform's timers keep running; only what is due by the clock jumps.</summary>
public sealed class TestClock : TimeProvider
{
    TimeSpan _ahead;
    // In ticks; 0 while it runs.
    long _stoppedAt;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() =>
        (Volatile.Read(ref _stoppedAt) is > 0 and var ticks ? new(ticks, TimeSpan.Zero) : base.GetUtcNow()) + _ahead;

    /// <summary>Advances the clock.</summary>
    public void Advance(TimeSpan by) => _ahead += by;

    /// <summary>Stops the clock: time passes only when the test advances it, however slow the machine is.</summary>
    public void Stop() => Interlocked.CompareExchange(ref _stoppedAt, base.GetUtcNow().UtcTicks, 0);

    /// <summary>Time passes again.</summary>
    public void GoOn() => Volatile.Write(ref _stoppedAt, 0);
}
