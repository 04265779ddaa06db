using Helpdesk.Api;
using Helpdesk.Api.Areas;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Assignment.Areas.Hours;

public static class SetBusinessHours
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPut("/{id:guid}/hours", HandleAsync).Produces<AreaResponse>().RequireAuthorization(Policies.Admin)
            .WithName("SetBusinessHours").WithSummary("Says when people work in an area");
        api.MapDelete("/{id:guid}/hours", DeleteAsync).Produces<AreaResponse>().RequireAuthorization(Policies.Admin)
            .WithName("DeleteBusinessHours").WithSummary("Says nothing any more of when people work in an area");
    }

    static async Task<IResult> HandleAsync(
        Guid id, SetBusinessHoursRequest request, AreaUnitOfWork areas, CancellationToken cancellationToken) =>
        BusinessHoursParser.TryParse(request, out var hours, out var errors)
            ? await SetAsync(id, hours, areas, cancellationToken)
            : TypedResults.ValidationProblem(errors, type: ProblemTypes.Invalid);

    static Task<IResult> DeleteAsync(Guid id, AreaUnitOfWork areas, CancellationToken cancellationToken) =>
        SetAsync(id, null, areas, cancellationToken);

    static async Task<IResult> SetAsync(Guid id, BusinessHours? hours, AreaUnitOfWork areas, CancellationToken cancellationToken)
    {
        var result = await areas.ChangeAsync(id, Set, cancellationToken);
        return result.ToHttp(x => TypedResults.Ok(x.ToResponse()));

        Task<Result> Set(Area area)
        {
            area.Hours = hours;
            return Task.FromResult(Result.Done);
        }
    }
}
