using System.Security.Claims;
using Helpdesk.Assignment.Changes;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Categories;

public static class GetCategory
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}", HandleAsync).Produces<CategoryAnswer>()
        .AllowAnonymous().WithName("ShowCategory").WithSummary("A category; its ETag goes into If-Match when it is changed. A retired one only staff sees");

    static async Task<IResult> HandleAsync(Guid id, AssignmentDbContext db, ChangeLog log, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (await db.Categories.AsNoTracking().Include(x => x.Area).SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } category || (category.Retired && !caller.IsStaff()))
            return Problem.NotFound("category");
        log.SetETag(category);
        return TypedResults.Ok(CategoryAnswer.Of(category));
    }
}
