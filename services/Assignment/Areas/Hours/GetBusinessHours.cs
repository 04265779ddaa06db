using System.Security.Claims;
using Helpdesk.Api.Areas;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Areas.Hours;

public static class GetBusinessHours
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}/hours", HandleAsync).Produces<BusinessHoursResponse>()
        .AllowAnonymous().WithName("GetBusinessHours")
        .WithSummary("When people work in an area, whether they do now, and when that changes; of a retired area only staff is told");

    static async Task<IResult> HandleAsync(
        Guid id, AssignmentDbContext db, ClaimsPrincipal caller, TimeProvider time, CancellationToken cancellationToken)
    {
        var found = await db.Areas.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
        if (found is not { } area || (area.Retired && !caller.IsStaff()))
            return Problem.NotFound("area");
        if (area.Hours is not { } hours)
            return TypedResults.Ok(new BusinessHoursResponse(id, area.Name, null, [], [], null, null, null));
        var now = OpeningStatus.At(hours, time.GetUtcNow());
        return TypedResults.Ok(new BusinessHoursResponse(
            id, area.Name, hours.Zone, hours.Week, hours.Holidays, now.Open, now.ClosesAt, now.OpensAt));
    }
}
