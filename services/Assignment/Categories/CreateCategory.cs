using Helpdesk.Assignment.Changes;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using MassTransit;

namespace Helpdesk.Assignment.Categories;

public static class CreateCategory
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync).Produces<CategoryAnswer>(StatusCodes.Status201Created)
        .RequireAuthorization(Policies.Admin).WithIdempotencyKey().WithName("CreateCategory").WithSummary("Makes a category");

    static async Task<IResult> HandleAsync(CategoryRequest request, HttpContext http, AssignmentDbContext db, ChangeLog log, IPublishEndpoint publish, CancellationToken cancellationToken)
    {
        if (request.CleanTitle is not { } title)
            return UpdateCategory.NoTitle();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.ForFilingAsync(request.AreaId!.Value, request.Retired, cancellationToken) is not { } area)
            return UpdateCategory.NoSuchArea();

        var category = new Category
        {
            Title = title,
            Description = request.CleanDescription,
            Area = area,
            Priority = request.Priority,
            Retired = request.Retired,
        };
        db.Add(category);
        await publish.Publish(category.ToEvent(), cancellationToken);
        var answer = await http.ForetellAsync(TypedResults.Created($"/api/categories/{category.Id}", CategoryAnswer.Of(category)));
        if (!await db.TrySaveAsync(cancellationToken))
            return UpdateCategory.TitleTaken(category.Title);
        await transaction.CommitAsync(cancellationToken);
        log.SetETag(category);
        return answer;
    }
}
