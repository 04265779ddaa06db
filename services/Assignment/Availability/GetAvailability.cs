using Helpdesk.Api.Availability;

namespace Helpdesk.Assignment.Availability;

public static class GetAvailability
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync).AllowAnonymous().WithName("GetAvailability")
        .WithSummary("Whether somebody is there, area by area, and the hours; a few seconds old at most");

    static ValueTask<AvailabilityResponse> HandleAsync(CachedAvailability availability, CancellationToken cancellationToken) =>
        availability.ReadAsync(cancellationToken);
}
