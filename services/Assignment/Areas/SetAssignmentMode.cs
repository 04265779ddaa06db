using Helpdesk.Api.Areas;
using Helpdesk.Assignment.Assigning;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Results;
using MassTransit;

namespace Helpdesk.Assignment.Areas;

public static class SetAssignmentMode
{
    static readonly (TimeSpan Shortest, TimeSpan Longest) Fallback = (TimeSpan.FromMinutes(1), TimeSpan.FromDays(7));

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}/mode", HandleAsync).Produces<AreaResponse>()
        .RequireAuthorization(Policies.Admin).WithName("SetAssignmentMode")
        .WithSummary("Says how an area's tickets find their agent; what waits there follows at once");

    static async Task<IResult> HandleAsync(
        Guid id, SetAssignmentModeRequest request, AreaUnitOfWork areas, IPublishEndpoint publish, CancellationToken cancellationToken)
    {
        if (request.FallbackAfter < Fallback.Shortest || request.FallbackAfter > Fallback.Longest)
            return Problem.Invalid("fallbackAfter", "It is one minute at least and seven days at most, written like 00:15:00.");
        var result = await areas.ChangeAsync(id, SetAsync, cancellationToken);
        return result.ToHttp(x => TypedResults.Ok(x.ToResponse()));

        async Task<Result> SetAsync(Area area)
        {
            (area.Mode, area.FallbackAfter) = (request.Mode!.Value, request.FallbackAfter ?? area.FallbackAfter);
            await publish.Publish(new DrainArea(id) { Everything = true }, cancellationToken);
            return Result.Done;
        }
    }
}
