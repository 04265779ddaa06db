using System.ComponentModel.DataAnnotations;
using Helpdesk.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Auditing;

public static class ListAudit
{
    public sealed record Entry(Guid Id, DateTimeOffset At, AuditAction Action, Guid? ActorId, string ActorName, Guid? SubjectId, string? SubjectName, IReadOnlyList<AuditedChange> Changes);

    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .WithName("ListAudit").WithSummary("Who changed what, the latest first; by action, by who did it, by the account it was done to, and by time");

    static async Task<Slice<Entry>> HandleAsync(
        AccountsDbContext db, CancellationToken cancellationToken, Choice<AuditAction>? action = null, Guid? actor = null, Guid? subject = null,
        DateTimeOffset? from = null, DateTimeOffset? until = null,
        [Range(1, Slice.LastPage)] int page = 1, [Range(1, Slice.LargestSize)] int size = Slice.DefaultSize)
    {
        var found = db.Audit.AsNoTracking();
        if (action is { Value: var wanted })
            found = found.Where(x => x.Action == wanted);
        if (actor is not null)
            found = found.Where(x => x.ActorId == actor);
        if (subject is not null)
            found = found.Where(x => x.SubjectId == subject);
        if (from?.ToUniversalTime() is { } first)
            found = found.Where(x => x.At >= first);
        if (until?.ToUniversalTime() is { } end)
            found = found.Where(x => x.At < end);
        var rows = await found.OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Skip((page - 1) * size).Take(size + 1)
            .Select(x => new Entry(x.Id, x.At, x.Action, x.ActorId, x.ActorName, x.SubjectId, x.SubjectName, x.Changes)).ToListAsync(cancellationToken);
        return Slice.Of(rows, page, size);
    }
}
