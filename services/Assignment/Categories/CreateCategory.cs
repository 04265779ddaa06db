using Helpdesk.ServiceDefaults.Authentication;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Categories;

public static class CreateCategory
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync).Produces<CategoryAnswer>(StatusCodes.Status201Created)
        .RequireAuthorization(Policies.Admin).WithName("CreateCategory").WithSummary("Makes a category");

    static async Task<IResult> HandleAsync(CategoryRequest request, AssignmentDbContext db, IPublishEndpoint publish, CancellationToken cancellationToken)
    {
        if (await db.Areas.SingleOrDefaultAsync(x => x.Id == request.AreaId, cancellationToken) is not { } area || (area.Retired && !request.Retired))
            return ChangeCategory.NoSuchArea();

        var category = new Category
        {
            Title = request.Title.Trim(),
            Description = request.Description?.Trim() ?? "",
            Area = area,
            Priority = request.Priority,
            Retired = request.Retired,
        };
        db.Add(category);
        await publish.Publish(category.Tell(), cancellationToken);
        return await db.SaveUnlessTakenAsync(cancellationToken)
            ? TypedResults.Created($"/api/categories/{category.Id}", CategoryAnswer.Of(category))
            : ChangeCategory.TitleTaken(category.Title);
    }
}
