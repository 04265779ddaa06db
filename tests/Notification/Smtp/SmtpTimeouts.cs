using System.Collections.Concurrent;
using Helpdesk.Fixtures;

namespace Helpdesk.Notification.Tests.Smtp;

/// <summary>How long a mail server is given: it is over when a test says so, and never because the machine has much else to do.</summary>
sealed class SmtpTimeouts : TimeProvider
{
    readonly ConcurrentDictionary<Wait, TimeSpan> _waits = new();

    /// <summary>How long each conversation that is going on may last.</summary>
    public ICollection<TimeSpan> Pending => _waits.Values;

    /// <summary>Every conversation that is going on has lasted too long.</summary>
    public void ExpireAll()
    {
        foreach (var wait in _waits.Keys)
            wait.End();
    }

    /// <summary>The same for all that begin until this has ended, too.</summary>
    public Task ExpireUntilAsync(Func<Task<bool>> ended) => Eventually.HoldsAsync(() =>
    {
        ExpireAll();
        return ended();
    });

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var wait = new Wait(this, () => callback(state));
        _waits[wait] = dueTime;
        return wait;
    }

    sealed class Wait(SmtpTimeouts timeouts, Action end) : ITimer
    {
        public void End()
        {
            if (timeouts._waits.TryRemove(this, out _))
                end();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) =>
            timeouts._waits.TryUpdate(this, dueTime, timeouts._waits.GetValueOrDefault(this));

        public void Dispose() => timeouts._waits.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
