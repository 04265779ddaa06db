namespace Helpdesk.Ui.Live;

/// <summary>
/// How many streams may be open at once, for each ticket and for each network: an open stream costs for as long as it lasts. Counted by
/// each replica for itself.
/// </summary>
/// <param name="configuration">Section <c>Live</c>.</param>
public sealed class LiveLimits(IConfiguration configuration)
{
    readonly int _perTicket = Positive(configuration, "Live:PerTicket", 10);
    readonly int _perNetwork = Positive(configuration, "Live:PerNetwork", 100);
    readonly Lock _lock = new();
    readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <summary>A stream of one ticket; null when there are enough.</summary>
    public IDisposable? EnterTicket(Guid ticket) => Enter($"ticket {ticket}", _perTicket);

    /// <summary>A stream to one network; null when there are enough.</summary>
    public IDisposable? EnterNetwork(string network) => Enter($"network {network}", _perNetwork);

    Slot? Enter(string what, int most)
    {
        lock (_lock)
        {
            var open = _open.GetValueOrDefault(what);
            if (open >= most)
                return null;
            _open[what] = open + 1;
            return new(this, what);
        }
    }

    void Leave(string what)
    {
        lock (_lock)
        {
            if (--_open[what] == 0)
                _open.Remove(what);
        }
    }

    static int Positive(IConfiguration configuration, string name, int preset) =>
        configuration.GetValue(name, preset) is > 0 and var most
            ? most
            : throw new InvalidOperationException($"{name} must be at least 1.");

    sealed class Slot(LiveLimits limits, string what) : IDisposable
    {
        int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                limits.Leave(what);
        }
    }
}
