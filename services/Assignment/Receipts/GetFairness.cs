using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Areas;
using Helpdesk.Assignment.Areas;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Receipts;

public static class GetFairness
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}/fairness", HandleAsync).Produces<FairnessResponse>()
        .RequireAuthorization(Policies.Staff).WithName("GetFairness")
        .WithSummary("Who got how many tickets of an area: in an ISO week such as 2026-W47, or in the last days, 7 unless told otherwise");

    static async Task<IResult> HandleAsync(
        Guid id, AssignmentDbContext db, TimeProvider time, CancellationToken cancellationToken,
        [Range(1, 366)] int days = 7, [StringLength(8)] string? week = null)
    {
        if (await db.Areas.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } area)
            return Problem.NotFound("area");
        var period = Period.LastDays(days, time.GetUtcNow());
        if (week is not null && !Period.TryParseWeek(week, ZoneOf(area), out period))
            return Problem.Invalid("week", "A week is written like 2026-W47.");

        var choices = await db.Receipts
            .CountAsync(x => x.AreaId == id && x.ChosenAt >= period.From && x.ChosenAt < period.Until, cancellationToken);
        var shares = await FairnessReport.ReadAsync(db, id, period, time.GetUtcNow(), cancellationToken);
        int[] always = [.. shares.Where(x => x.CouldBeChosen == choices).Select(x => x.Choices)];
        var spread = always.Length == 0 ? 0 : always.Max() - always.Min();
        return TypedResults.Ok(new FairnessResponse(id, period.From, period.Until, choices, spread, shares));
    }

    /// <summary>A week begins when it begins for those who work there.</summary>
    static TimeZoneInfo ZoneOf(Area area) =>
        area.Hours is { } hours ? TimeZoneInfo.FindSystemTimeZoneById(hours.Zone) : TimeZoneInfo.Utc;
}
