using Helpdesk.Api.Areas;
using Helpdesk.Assignment.Changes;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Areas;

public static class GetArea
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}", HandleAsync).Produces<AreaResponse>()
        .RequireAuthorization(Policies.Staff).WithName("GetArea").WithSummary("An area; its ETag goes into If-Match when it is changed");

    static async Task<IResult> HandleAsync(Guid id, AssignmentDbContext db, ChangeLog log, CancellationToken cancellationToken)
    {
        if (await db.Areas.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } area)
            return Problem.NotFound("area");
        log.SetETag(area);
        return TypedResults.Ok(area.ToResponse());
    }
}
