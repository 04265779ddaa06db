using System.Threading.RateLimiting;

namespace Helpdesk.Gateway;

/// <summary>
/// Limits permits within any span of one minute. The framework's window limiters either let twice as many through around the edge of a
/// window or cannot say when the next permit will be free; a timestamp per permit costs eight bytes and is exact.
/// </summary>
/// <param name="limit">How many; read each time, since it may change.</param>
/// <param name="time">The clock.</param>
sealed class SlidingMinuteLimiter(Func<int> limit, TimeProvider time) : RateLimiter
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    readonly Lock _lock = new();
    readonly Queue<long> _taken = new();
    long _last = time.GetTimestamp();

    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_lock)
                return time.GetElapsedTime(_last) is var quiet && quiet > Minute ? quiet - Minute : null;
        }
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AttemptAcquireCore(permitCount));

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            while (_taken.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Minute)
                _taken.Dequeue();
            // Several must expire first when the limit was lowered meanwhile.
            var tooMany = _taken.Count + permitCount - limit();
            if (tooMany > 0)
                return new Lease(tooMany <= _taken.Count ? Minute - time.GetElapsedTime(_taken.ElementAt(tooMany - 1)) : Minute);

            _last = time.GetTimestamp();
            for (var i = 0; i < permitCount; i++)
                _taken.Enqueue(_last);
            return new Lease(null);
        }
    }

    sealed class Lease(TimeSpan? wait) : RateLimitLease
    {
        public override bool IsAcquired => wait is null;

        public override IEnumerable<string> MetadataNames => wait is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? wait : null;
            return metadata is not null;
        }
    }
}
