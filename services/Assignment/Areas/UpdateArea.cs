using Helpdesk.Api;
using Helpdesk.Api.Areas;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Areas;

public static class UpdateArea
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}", HandleAsync).Produces<AreaResponse>()
        .RequireAuthorization(Policies.Admin).WithName("UpdateArea").WithSummary("Renames or retires an area, or brings it back");

    static async Task<IResult> HandleAsync(
        Guid id, UpdateAreaRequest request, AreaUnitOfWork areas, AssignmentDbContext db, CancellationToken cancellationToken)
    {
        var result = await areas.ChangeAsync(id, UpdateAsync, cancellationToken);
        return result.ToHttp(x => TypedResults.Ok(x.ToResponse()));

        async Task<Result> UpdateAsync(Area area)
        {
            if (!ConfigurationName.TryParse(request.Name, out var name))
                return CreateArea.NoName;
            if (request.Retired && await db.Categories.AnyAsync(x => x.AreaId == id && !x.Retired, cancellationToken))
                return InUse(area);
            (area.Name, area.Retired) = (name, request.Retired);
            return Result.Done;
        }
    }

    static Refusal InUse(Area area) => new(
        ProblemTypes.AreaInUse,
        $"Customers can still choose categories of {area.Name}. Retire them or give them to another area first.");
}
