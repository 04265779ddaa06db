using Helpdesk.Api.Categories;
using Helpdesk.Api.Formats;
using Helpdesk.Assignment.Changes;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using MassTransit;

namespace Helpdesk.Assignment.Categories;

public static class CreateCategory
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync).Produces<CategoryResponse>(StatusCodes.Status201Created)
        .RequireAuthorization(Policies.Admin).WithIdempotencyKey().WithName("CreateCategory").WithSummary("Creates a category");

    static async Task<IResult> HandleAsync(
        CategoryRequest request, HttpContext http, AssignmentDbContext db, ChangeLog log, IPublishEndpoint publish,
        CancellationToken cancellationToken)
    {
        if (!ConfigurationName.TryParse(request.Title, out var title))
            return CategoryRefusals.NoTitle.ToProblem();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.ForFilingAsync(request.AreaId!.Value, request.Retired, cancellationToken) is not { } area)
            return CategoryRefusals.NoSuchArea.ToProblem();

        var category = new Category
        {
            Title = title,
            Description = TextSanitizer.Multiline(request.Description),
            Area = area,
            Priority = request.Priority,
            Retired = request.Retired,
        };
        db.Add(category);
        await publish.Publish(category.ToEvent(), cancellationToken);
        var response = await http.StoreResponseAsync(TypedResults.Created($"/api/categories/{category.Id}", category.ToResponse()));
        if (!await db.TrySaveAsync(cancellationToken))
            return CategoryRefusals.TitleTaken(category.Title).ToProblem();
        await transaction.CommitAsync(cancellationToken);
        log.SetETag(category);
        return response;
    }
}
