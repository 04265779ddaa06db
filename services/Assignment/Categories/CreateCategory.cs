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
            return ChangeCategory.NoTitle();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.ForFilingAsync(request.AreaId!.Value, request.Retired, cancellationToken) is not { } area)
            return ChangeCategory.NoSuchArea();

        var category = new Category
        {
            Title = title,
            Description = request.CleanDescription,
            Area = area,
            Priority = request.Priority,
            Retired = request.Retired,
        };
        db.Add(category);
        await publish.Publish(category.Tell(), cancellationToken);
        var answer = await http.ForetellAsync(TypedResults.Created($"/api/categories/{category.Id}", CategoryAnswer.Of(category)));
        if (!await db.SaveUnlessTakenAsync(cancellationToken))
            return ChangeCategory.TitleTaken(category.Title);
        await transaction.CommitAsync(cancellationToken);
        log.Tell(category);
        return answer;
    }
}
