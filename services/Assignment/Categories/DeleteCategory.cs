using Helpdesk.Api;
using Helpdesk.Assignment.Changes;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;
using MassTransit;

namespace Helpdesk.Assignment.Categories;

public static class DeleteCategory
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/{id:guid}", HandleAsync).Produces(StatusCodes.Status204NoContent)
        .RequireAuthorization(Policies.Admin).WithName("DeleteCategory")
        .WithSummary("Deletes a category that was never used; any other is retired instead");

    static async Task<IResult> HandleAsync(
        Guid id, AssignmentDbContext db, ChangeLog log, IPublishEndpoint publish, CancellationToken cancellationToken) =>
        (await DeleteAsync(id, db, log, publish, cancellationToken)).ToHttp();

    static async Task<Result> DeleteAsync(
        Guid id, AssignmentDbContext db, ChangeLog log, IPublishEndpoint publish, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockCategoryAsync(id, cancellationToken) is not { } category)
            return Refusal.NotFound("category");
        if ((await log.CheckSeenVersionAsync(category, "category", cancellationToken)).IsRefused(out var stale))
            return stale;
        if (category.Used)
            return InUse(category);

        // Whoever keeps a copy must not offer it any more.
        var before = category.Fields();
        category.Retired = true;
        if (!log.Record(category, before))
            category.IncrementVersion();
        await publish.Publish(category.ToEvent(), cancellationToken);
        db.Remove(category);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Result.Done;
    }

    static Refusal InUse(Category category) => new(
        ProblemTypes.CategoryInUse,
        $"{category.Title} cannot be deleted: tickets were filed under it. It can be retired instead.");
}
