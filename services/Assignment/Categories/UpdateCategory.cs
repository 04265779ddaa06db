using Helpdesk.Assignment.Changes;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpdesk.Assignment.Categories;

public static class UpdateCategory
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}", HandleAsync).Produces<CategoryAnswer>()
        .RequireAuthorization(Policies.Admin).WithName("ChangeCategory").WithSummary("Changes a category, files it under another area, retires it or brings it back; tickets stay as they are");

    static async Task<IResult> HandleAsync(Guid id, CategoryRequest request, AssignmentDbContext db, ChangeLog log, IPublishEndpoint publish, CancellationToken cancellationToken)
    {
        if (request.CleanTitle is not { } title)
            return NoTitle();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var area = await db.ForFilingAsync(request.AreaId!.Value, request.Retired, cancellationToken);
        if (await db.LockCategoryAsync(id, cancellationToken) is not { } category)
            return Problem.NotFound("category");
        if (await log.StaleAsync(category, "category", cancellationToken) is { } stale)
            return stale;
        if (area is null)
            return NoSuchArea();

        var before = category.Fields();
        category.Area = area;
        category.Title = title;
        category.Description = request.CleanDescription;
        category.Priority = request.Priority;
        category.Retired = request.Retired;
        if (log.Record(category, before))
        {
            await publish.Publish(category.ToEvent(), cancellationToken);
            if (!await db.TrySaveAsync(cancellationToken))
                return TitleTaken(category.Title);
            await transaction.CommitAsync(cancellationToken);
        }

        log.SetETag(category);
        return TypedResults.Ok(CategoryAnswer.Of(category));
    }

    internal static ValidationProblem NoTitle() => Problem.Invalid("title", "A title needs letters that can be seen.");

    internal static ValidationProblem NoSuchArea() => Problem.Invalid("areaId", "There is no such area, or it takes no new tickets.");

    internal static ProblemHttpResult TitleTaken(string title) => UniqueNames.Answer("category-title-taken", "title", $"There is a category named {title} already, or one that reads the same.");
}
