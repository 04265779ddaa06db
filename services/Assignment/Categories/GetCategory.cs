using System.Security.Claims;
using Helpdesk.Api.Categories;
using Helpdesk.Assignment.Changes;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Categories;

public static class GetCategory
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}", HandleAsync).Produces<CategoryResponse>()
        .AllowAnonymous().WithName("GetCategory")
        .WithSummary("A category; its ETag goes into If-Match when it is changed. A retired one only staff sees");

    static async Task<IResult> HandleAsync(
        Guid id, AssignmentDbContext db, ChangeLog log, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var found = await db.Categories.AsNoTracking().Include(x => x.Area).SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
        if (found is not { } category || (category.Retired && !caller.IsStaff()))
            return Problem.NotFound("category");
        log.SetETag(category);
        return TypedResults.Ok(category.ToResponse());
    }
}
