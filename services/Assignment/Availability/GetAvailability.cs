namespace Helpdesk.Assignment.Availability;

public static class GetAvailability
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .AllowAnonymous().WithName("ShowDesk").WithSummary("Whether the desk is open and attended, area by area, and its hours; a few seconds old at most");

    static ValueTask<Desk> HandleAsync(CachedAvailability attendance, CancellationToken cancellationToken) => attendance.ReadAsync(cancellationToken);
}
