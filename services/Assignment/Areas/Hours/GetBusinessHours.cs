using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Areas.Hours;

public static class GetBusinessHours
{
    /// <summary>When people work in an area.</summary>
    /// <param name="Zone">IANA time zone of the hours; null when nothing was said of them.</param>
    /// <param name="Open">Whether people work now; null when nothing was said.</param>
    /// <param name="ClosesAt">When they stop; null while they don't work, or when they never stop.</param>
    /// <param name="OpensAt">When they begin again; null while they work, or when they never do.</param>
    public sealed record Answer(
        Guid AreaId, string AreaName, string? Zone, IReadOnlyList<OpeningHours> Week, IReadOnlyList<string> Holidays, bool? Open, DateTimeOffset? ClosesAt, DateTimeOffset? OpensAt);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}/hours", HandleAsync).Produces<Answer>()
        .AllowAnonymous().WithName("ShowHours").WithSummary("When people work in an area, whether they do now, and when that changes; of a retired area only staff is told");

    static async Task<IResult> HandleAsync(Guid id, AssignmentDbContext db, ClaimsPrincipal caller, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Areas.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } area || (area.Retired && !caller.IsStaff()))
            return Problem.NotFound("area");
        if (area.Hours is not { } hours)
            return TypedResults.Ok(new Answer(id, area.Name, null, [], [], null, null, null));
        var now = OpeningStatus.At(hours, time.GetUtcNow());
        return TypedResults.Ok(new Answer(id, area.Name, hours.Zone, hours.Week, hours.Holidays, now.Open, now.ClosesAt, now.OpensAt));
    }
}
