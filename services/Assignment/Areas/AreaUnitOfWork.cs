using Helpdesk.Api;
using Helpdesk.Assignment.Categories;
using Helpdesk.Assignment.Changes;
using Helpdesk.ServiceDefaults.Results;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Areas;

/// <summary>
/// One change of one area: found, locked, compared with what the caller saw, recorded, published and saved in one commit.
/// </summary>
sealed class AreaUnitOfWork(AssignmentDbContext db, ChangeLog log, IPublishEndpoint publish)
{
    /// <param name="change">Changes the area, or says why not. It may publish more.</param>
    public async Task<Result<Area>> ChangeAsync(Guid id, Func<Area, Task<Result>> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Areas.FromSql($"SELECT * FROM area WHERE id = {id} FOR UPDATE").ToListAsync(cancellationToken);
        if (locked is not [var area])
            return Refusal.NotFound("area");
        if ((await log.CheckSeenVersionAsync(area, "area", cancellationToken)).IsRefused(out var stale))
            return stale;

        var (before, name) = (area.Fields(), area.Name);
        if ((await change(area)).IsRefused(out var refusal))
            return refusal;
        if (log.Record(area, before))
        {
            await publish.Publish(area.ToEvent(), cancellationToken);
            if (area.Name != name)
                await PublishCategoriesAsync(area, name, cancellationToken);
            if (!await db.TrySaveAsync(cancellationToken))
                return NameTaken(area.Name);
            await transaction.CommitAsync(cancellationToken);
        }

        log.SetETag(area);
        return area;
    }

    /// <summary>Whoever keeps a copy of a category keeps the name of its area with it.</summary>
    async Task PublishCategoriesAsync(Area area, string before, CancellationToken cancellationToken)
    {
        var locked = db.Categories.FromSql($"SELECT * FROM category WHERE area_id = {area.Id} ORDER BY id FOR UPDATE");
        foreach (var category in await locked.ToListAsync(cancellationToken))
        {
            log.Record(category, new Dictionary<string, string?>(category.Fields()) { [Category.AreaNameField] = before });
            await publish.Publish(category.ToEvent(), cancellationToken);
        }
    }

    public static Refusal NameTaken(string name) =>
        UniqueNames.Refuse(ProblemTypes.AreaNameTaken, "name", $"There is an area named {name} already, or one that reads the same.");
}
