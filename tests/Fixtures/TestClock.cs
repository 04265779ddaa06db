namespace Helpdesk.Fixtures;

/// <summary>Real time that a test can move ahead: timers of the platform keep running, what is due by the clock jumps.</summary>
public sealed class TestClock : TimeProvider
{
    TimeSpan _ahead;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    /// <summary>Moves the clock ahead.</summary>
    public void Advance(TimeSpan by) => _ahead += by;
}
