using System.ComponentModel.DataAnnotations;
using Helpdesk.Api;
using Helpdesk.Api.Audit;
using Helpdesk.Identity.Settings;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Auditing;

static class ListAuditEntries
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .WithName("ListAuditEntries")
        .WithSummary("Who changed what, the latest first; by action, by who did it, by the account it was done to, and by time");

    /// <param name="from">A moment, or a date: that whole day.</param>
    /// <param name="until">Before a moment, or on a date at the latest.</param>
    /// <param name="zone">Whose days the dates mean; without one the installation's.</param>
    static async Task<Results<Ok<PagedResult<AuditEntrySummary>>, ValidationProblem>> HandleAsync(
        AccountsDbContext db, CachedSettings settings, CancellationToken cancellationToken, EnumParameter<AuditAction>? action = null,
        Guid? actor = null, Guid? subject = null, DateBound? from = null, DateBound? until = null, string? zone = null,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var usual = TimeZoneInfo.FindSystemTimeZoneById((await settings.ReadAsync(db, cancellationToken)).Zone);
        if (CallerTimeZone.Of(zone, usual) is not { } days)
            return Problem.Invalid("zone", "This is not a time zone such as America/Guayaquil.");
        var found = db.Audit.AsNoTracking();
        if (action is { Value: var wanted })
            found = found.Where(x => x.Action == wanted);
        if (actor is not null)
            found = found.Where(x => x.ActorId == actor);
        if (subject is not null)
            found = found.Where(x => x.SubjectId == subject);
        if (from?.Start(days) is { } first)
            found = found.Where(x => x.At >= first);
        if (until?.End(days) is { } end)
            found = found.Where(x => x.At < end);
        var rows = await found.OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Skip((page - 1) * size).Take(size + 1)
            .Select(x => new AuditEntrySummary(x.Id, x.At, x.Action, x.ActorId, x.ActorName, x.SubjectId, x.SubjectName, x.Changes))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(PagedResult.Of(rows, page, size));
    }
}
