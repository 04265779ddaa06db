using System.ComponentModel.DataAnnotations;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;

namespace Helpdesk.Assignment.Areas;

public static class SetAssignmentMode
{
    static readonly (TimeSpan Shortest, TimeSpan Longest) Fallback = (TimeSpan.FromMinutes(1), TimeSpan.FromDays(7));

    /// <summary>How an area's tickets find their agent.</summary>
    /// <param name="FallbackAfter">How long a ticket waits before it is put before the dispatchers; as it was when left out.</param>
    public sealed record Request([property: Required, EnumDataType(typeof(AssignmentMode))] AssignmentMode? Mode = null, TimeSpan? FallbackAfter = null);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}/mode", HandleAsync).Produces<AreaAnswer>()
        .RequireAuthorization(Policies.Admin).WithName("SetMode").WithSummary("Says how an area's tickets find their agent; what waits there follows at once");

    static async Task<IResult> HandleAsync(Guid id, Request request, AreaUnitOfWork areas, IPublishEndpoint publish, CancellationToken cancellationToken)
    {
        if (request.FallbackAfter < Fallback.Shortest || request.FallbackAfter > Fallback.Longest)
            return Problem.Invalid("fallbackAfter", "It is one minute at least and seven days at most, written like 00:15:00.");
        return await areas.ChangeAsync(id, async area =>
        {
            (area.Mode, area.FallbackAfter) = (request.Mode!.Value, request.FallbackAfter ?? area.FallbackAfter);
            await publish.Publish(new DrainArea(id) { Everything = true }, cancellationToken);
            return null;
        }, cancellationToken);
    }
}
