using Helpdesk.Assignment.Changes;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Areas;

public static class DeleteArea
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/{id:guid}", HandleAsync).Produces(StatusCodes.Status204NoContent)
        .RequireAuthorization(Policies.Admin).WithName("DeleteArea").WithSummary("Deletes an area that was never used; any other is retired instead");

    static async Task<IResult> HandleAsync(Guid id, AssignmentDbContext db, ChangeLog log, IPublishEndpoint publish, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // The round first, as everywhere: a ticket that comes at this moment either sees no area, or is seen here.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM round_robin_state WHERE area_id = {id} FOR UPDATE", cancellationToken);
        if ((await db.Areas.FromSql($"SELECT * FROM area WHERE id = {id} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault() is not { } area)
            return Problem.NotFound("area");
        if (await log.StaleAsync(area, "area", cancellationToken) is { } stale)
            return stale;
        if (await WhyNotAsync(area, db, cancellationToken) is { } because)
            return Problem.Of(StatusCodes.Status409Conflict, "area-in-use", $"{area.Name} cannot be deleted: {because} It can be retired instead.");

        // Whoever keeps a copy must not offer it any more.
        var before = area.Fields();
        area.Retired = true;
        if (!log.Record(area, before))
            area.IncrementVersion();
        await publish.Publish(area.ToEvent(), cancellationToken);
        db.Remove(area);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    static async Task<string?> WhyNotAsync(Area area, AssignmentDbContext db, CancellationToken cancellationToken) => area switch
    {
        { Used: true } => "tickets came here.",
        _ when await db.Categories.AnyAsync(x => x.AreaId == area.Id, cancellationToken) => "it has categories.",
        _ when await db.AgentAreas.AnyAsync(x => x.AreaId == area.Id, cancellationToken) => "agents serve it.",
        _ => null,
    };
}
