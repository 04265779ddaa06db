using Helpdesk.Api.Categories;
using Helpdesk.Api.Formats;
using Helpdesk.Assignment.Changes;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;
using MassTransit;

namespace Helpdesk.Assignment.Categories;

public static class UpdateCategory
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}", HandleAsync).Produces<CategoryResponse>()
        .RequireAuthorization(Policies.Admin).WithName("UpdateCategory")
        .WithSummary("Changes a category, files it under another area, retires it or brings it back; tickets stay as they are");

    static async Task<IResult> HandleAsync(
        Guid id, CategoryRequest request, AssignmentDbContext db, ChangeLog log, IPublishEndpoint publish,
        CancellationToken cancellationToken)
    {
        var result = await UpdateAsync(id, request, db, log, publish, cancellationToken);
        return result.ToHttp(x => TypedResults.Ok(x.ToResponse()));
    }

    static async Task<Result<Category>> UpdateAsync(
        Guid id, CategoryRequest request, AssignmentDbContext db, ChangeLog log, IPublishEndpoint publish,
        CancellationToken cancellationToken)
    {
        if (!ConfigurationName.TryParse(request.Title, out var title))
            return CategoryRefusals.NoTitle;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var area = await db.ForFilingAsync(request.AreaId!.Value, request.Retired, cancellationToken);
        if (await db.LockCategoryAsync(id, cancellationToken) is not { } category)
            return Refusal.NotFound("category");
        if ((await log.CheckSeenVersionAsync(category, "category", cancellationToken)).IsRefused(out var stale))
            return stale;
        if (area is null)
            return CategoryRefusals.NoSuchArea;

        var before = category.Fields();
        category.Area = area;
        category.Title = title;
        category.Description = TextSanitizer.Multiline(request.Description);
        category.Priority = request.Priority;
        category.Retired = request.Retired;
        if (log.Record(category, before))
        {
            await publish.Publish(category.ToEvent(), cancellationToken);
            if (!await db.TrySaveAsync(cancellationToken))
                return CategoryRefusals.TitleTaken(category.Title);
            await transaction.CommitAsync(cancellationToken);
        }

        log.SetETag(category);
        return category;
    }
}
