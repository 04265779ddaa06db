using Helpdesk.Assignment.Categories;
using Helpdesk.Assignment.Changes;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Areas;

/// <summary>One change of one area: found, locked, compared with what the caller saw, written down, told and saved in one commit.</summary>
sealed class AreaUnitOfWork(AssignmentDbContext db, ChangeLog log, IPublishEndpoint publish)
{
    /// <param name="change">Changes the area, or says why not. It may publish more.</param>
    public async Task<IResult> ChangeAsync(Guid id, Func<Area, Task<IResult?>> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if ((await db.Areas.FromSql($"SELECT * FROM area WHERE id = {id} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault() is not { } area)
            return Problem.NotFound("area");
        if (await log.StaleAsync(area, "area", cancellationToken) is { } stale)
            return stale;

        var (before, name) = (area.Fields(), area.Name);
        if (await change(area) is { } refused)
            return refused;
        if (log.Record(area, before))
        {
            await publish.Publish(area.ToEvent(), cancellationToken);
            if (area.Name != name)
                await TellCategoriesAsync(area, name, cancellationToken);
            if (!await db.TrySaveAsync(cancellationToken))
                return NameTaken(area.Name);
            await transaction.CommitAsync(cancellationToken);
        }

        log.SetETag(area);
        return TypedResults.Ok(AreaAnswer.Of(area));
    }

    /// <summary>Whoever keeps a copy of a category keeps the name of its area with it.</summary>
    async Task TellCategoriesAsync(Area area, string before, CancellationToken cancellationToken)
    {
        foreach (var category in await db.Categories.FromSql($"SELECT * FROM category WHERE area_id = {area.Id} ORDER BY id FOR UPDATE").ToListAsync(cancellationToken))
        {
            log.Record(category, new Dictionary<string, string?>(category.Fields()) { [Category.AreaNameField] = before });
            await publish.Publish(category.ToEvent(), cancellationToken);
        }
    }

    public static ProblemHttpResult NameTaken(string name) => UniqueNames.Answer("area-name-taken", "name", $"There is an area named {name} already, or one that reads the same.");
}
