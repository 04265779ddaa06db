using Helpdesk.Assignment.Areas.Hours;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Availability;

/// <summary>Read once in a few seconds, however many pages ask.</summary>
sealed class CachedAvailability(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim _reading = new(1);
    // A record, and not a pair: it is read while another writes it.
    Known? _last;

    public async ValueTask<Desk> ReadAsync(CancellationToken cancellationToken)
    {
        if (Last is { } fresh)
            return fresh;
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (Last is { } meanwhile)
                return meanwhile;
            var now = time.GetUtcNow();
            var desk = await ReadAsync(now, cancellationToken);
            _last = new(desk, now);
            return desk;
        }
        finally
        {
            _reading.Release();
        }
    }

    Desk? Last => _last is { } last && (time.GetUtcNow() - last.At).Duration() < Fresh ? last.Desk : null;

    async Task<Desk> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
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
                SomebodyThere = db.AgentAreas.Any(y => y.AreaId == x.Id && db.Agents.Any(z => z.Id == y.AgentId && z.Active && z.IsAgent && z.Available)),
            }).ToListAsync(cancellationToken);
        return Desk.Of(areas.ConvertAll(x =>
        {
            var openings = x.Hours is { } hours ? OpeningStatus.At(hours, now) : new(true, null, null);
            return new AttendedArea(x.Id, x.Name, openings.Open, openings.OpensAt, openings.ClosesAt, openings.Open && x.SomebodyThere, x.Hours);
        }));
    }

    public void Dispose() => _reading.Dispose();

    sealed record Known(Desk Desk, DateTimeOffset At);
}
