using Helpdesk.Api;
using Helpdesk.Assignment.Changes;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Areas;

public static class DeleteArea
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/{id:guid}", HandleAsync).Produces(StatusCodes.Status204NoContent)
        .RequireAuthorization(Policies.Admin).WithName("DeleteArea")
        .WithSummary("Deletes an area that was never used; any other is retired instead");

    static async Task<IResult> HandleAsync(
        Guid id, AssignmentDbContext db, ChangeLog log, IPublishEndpoint publish, CancellationToken cancellationToken) =>
        (await DeleteAsync(id, db, log, publish, cancellationToken)).ToHttp();

    static async Task<Result> DeleteAsync(
        Guid id, AssignmentDbContext db, ChangeLog log, IPublishEndpoint publish, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // The round first, as everywhere: a ticket that comes at this moment either sees no area, or is seen here.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM round_robin_state WHERE area_id = {id} FOR UPDATE", cancellationToken);
        var locked = await db.Areas.FromSql($"SELECT * FROM area WHERE id = {id} FOR UPDATE").ToListAsync(cancellationToken);
        if (locked is not [var area])
            return Refusal.NotFound("area");
        if ((await log.CheckSeenVersionAsync(area, "area", cancellationToken)).IsRefused(out var stale))
            return stale;
        if ((await CheckUnusedAsync(area, db, cancellationToken)).IsRefused(out var inUse))
            return inUse;

        // Whoever keeps a copy must not offer it any more.
        var before = area.Fields();
        area.Retired = true;
        if (!log.Record(area, before))
            area.IncrementVersion();
        await publish.Publish(area.ToEvent(), cancellationToken);
        db.Remove(area);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Result.Done;
    }

    static async Task<Result> CheckUnusedAsync(Area area, AssignmentDbContext db, CancellationToken cancellationToken) => area switch
    {
        { Used: true } => InUse(area, "tickets came here."),
        _ when await db.Categories.AnyAsync(x => x.AreaId == area.Id, cancellationToken) => InUse(area, "it has categories."),
        _ when await db.AgentAreas.AnyAsync(x => x.AreaId == area.Id, cancellationToken) => InUse(area, "agents serve it."),
        _ => Result.Done,
    };

    static Refusal InUse(Area area, string because) =>
        new(ProblemTypes.AreaInUse, $"{area.Name} cannot be deleted: {because} It can be retired instead.");
}
