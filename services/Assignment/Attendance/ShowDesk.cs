namespace Helpdesk.Assignment.Attendance;

public static class ShowDesk
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .AllowAnonymous().WithName("ShowDesk").WithSummary("Whether the desk is open and attended, area by area, and its hours; a few seconds old at most");

    static ValueTask<Desk> HandleAsync(AttendanceNow attendance, CancellationToken cancellationToken) => attendance.ReadAsync(cancellationToken);
}
