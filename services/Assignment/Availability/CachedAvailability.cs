using Helpdesk.Api.Availability;
using Helpdesk.Assignment.Areas.Hours;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Availability;

/// <summary>Read once in a few seconds, however many pages ask.</summary>
sealed class CachedAvailability(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim _reading = new(1);
    // A record, and not a pair: it is read while another writes it.
    Entry? _last;

    public async ValueTask<AvailabilityResponse> ReadAsync(CancellationToken cancellationToken)
    {
        if (Fresh is { } fresh)
            return fresh;
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (Fresh is { } meanwhile)
                return meanwhile;
            var now = time.GetUtcNow();
            var availability = await ReadAsync(now, cancellationToken);
            _last = new(availability, now);
            return availability;
        }
        finally
        {
            _reading.Release();
        }
    }

    AvailabilityResponse? Fresh => _last is { } last && (time.GetUtcNow() - last.At).Duration() < Lifetime ? last.Availability : null;

    async Task<AvailabilityResponse> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AssignmentDbContext>();
        var areas = await db.Areas.AsNoTracking().Where(x => !x.Retired && db.Categories.Any(y => y.AreaId == x.Id && !y.Retired))
            .OrderBy(x => x.Name).ThenBy(x => x.Id)
            .Select(x => new
            {
                x.Id,
                x.Name,
                x.Hours,
                SomebodyThere = db.AgentAreas.Any(y =>
                    y.AreaId == x.Id && db.Agents.Any(z => z.Id == y.AgentId && z.Active && z.IsAgent && z.Available)),
            }).ToListAsync(cancellationToken);
        return Summarize(areas.ConvertAll(x =>
        {
            var status = x.Hours is { } hours ? OpeningStatus.At(hours, now) : new(true, null, null);
            return new AreaAvailability(
                x.Id, x.Name, status.Open, status.OpensAt, status.ClosesAt, status.Open && x.SomebodyThere, x.Hours);
        }));
    }

    internal static AvailabilityResponse Summarize(IReadOnlyList<AreaAvailability> areas)
    {
        var open = areas.Where(x => x.OpenNow).ToList();
        return new(
            areas.Any(x => x.Attended),
            open.Count > 0,
            open.Count > 0 ? null : areas.Min(x => x.OpensAt),
            open.Any(x => x.ClosesAt is null) ? null : open.Max(x => x.ClosesAt),
            areas);
    }

    public void Dispose() => _reading.Dispose();

    sealed record Entry(AvailabilityResponse Availability, DateTimeOffset At);
}
