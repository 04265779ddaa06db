using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Categories;

public static class ChangeCategory
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}", HandleAsync).Produces<CategoryAnswer>()
        .RequireAuthorization(Policies.Admin).WithName("ChangeCategory").WithSummary("Changes or retires a category; tickets filed under it stay as they are");

    static async Task<IResult> HandleAsync(Guid id, CategoryRequest request, AssignmentDbContext db, IPublishEndpoint publish, CancellationToken cancellationToken)
    {
        if (await db.Categories.Include(x => x.Area).SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } category)
            return Problem.NotFound("category");
        if (category.AreaId != request.AreaId || category.Area.Retired)
        {
            if (await db.Areas.SingleOrDefaultAsync(x => x.Id == request.AreaId, cancellationToken) is not { } area || (area.Retired && !request.Retired))
                return NoSuchArea();
            category.Area = area;
        }

        category.Title = request.Title.Trim();
        category.Description = request.Description?.Trim() ?? "";
        category.Priority = request.Priority;
        category.Retired = request.Retired;
        db.ChangeTracker.DetectChanges();
        if (db.Entry(category).State == EntityState.Unchanged)
            return TypedResults.Ok(CategoryAnswer.Of(category));

        await publish.Publish(category.Touch().Tell(), cancellationToken);
        return await db.SaveUnlessTakenAsync(cancellationToken) ? TypedResults.Ok(CategoryAnswer.Of(category)) : TitleTaken(category.Title);
    }

    internal static ValidationProblem NoSuchArea() => Problem.Invalid("areaId", "There is no such area, or it takes no new tickets.");

    internal static ProblemHttpResult TitleTaken(string title) => Taken.Answer("category-title-taken", "title", $"There is a category named {title} already.");
}
