using System.ComponentModel.DataAnnotations;
using Helpdesk.Assignment.Areas;
using Helpdesk.Assignment.Assigning;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Receipts;

public static class GetFairness
{
    /// <summary>An agent who serves the area now, or was chosen in it then.</summary>
    /// <param name="Eligible">He can be chosen now.</param>
    /// <param name="Choices">How often it was his turn.</param>
    /// <param name="CouldBeChosen">In how many choices he could have been chosen.</param>
    /// <param name="FairShare">How many would have been his if each choice had been split evenly among those who could be chosen.</param>
    /// <param name="Absent">For how long he could be given nothing, in the whole.</param>
    /// <param name="Absences">The same, one by one: the latest hundred.</param>
    public sealed record Share(
        Guid AgentId, string Name, bool Eligible, int Choices, int CouldBeChosen, double FairShare, int OpenTickets, TimeSpan Absent, IReadOnlyList<Away> Absences);

    /// <summary>A time in which an agent could be given nothing, as far as it lies in the period.</summary>
    /// <param name="Because">A stable word: away, disabled or not-an-agent.</param>
    public sealed record Away(string Because, DateTimeOffset From, DateTimeOffset Until);

    /// <summary>How evenly an area's tickets were shared.</summary>
    /// <param name="Since">Choices from here on are counted.</param>
    /// <param name="Until">And those before here.</param>
    /// <param name="Choices">All of them, also those of agents who have left.</param>
    /// <param name="Spread">Among the agents who could be chosen every time, most choices less fewest: 1 at most, for they take turns.</param>
    public sealed record Answer(Guid AreaId, DateTimeOffset Since, DateTimeOffset Until, int Choices, int Spread, IReadOnlyList<Share> Agents);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}/fairness", HandleAsync).Produces<Answer>().RequireAuthorization(Policies.Staff)
        .WithName("ShowFairness").WithSummary("Who got how many tickets of an area: in an ISO week such as 2026-W47, or in the last days, 7 unless told otherwise");

    static async Task<IResult> HandleAsync(
        Guid id, AssignmentDbContext db, TimeProvider time, CancellationToken cancellationToken, [Range(1, 366)] int days = 7, [StringLength(8)] string? week = null)
    {
        if (await db.Areas.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } area)
            return Problem.NotFound("area");
        if ((week is null ? Period.LastDays(days, time.GetUtcNow()) : Period.Week(week, ZoneOf(area))) is not { } period)
            return Problem.Invalid("week", "A week is written like 2026-W47.");

        var choices = await db.Receipts.CountAsync(x => x.AreaId == id && x.ChosenAt >= period.From && x.ChosenAt < period.Until, cancellationToken);
        var shares = await FairnessReport.ReadAsync(db, id, period, time.GetUtcNow(), cancellationToken);
        int[] always = [.. shares.Where(x => x.CouldBeChosen == choices).Select(x => x.Choices)];
        return TypedResults.Ok(new Answer(id, period.From, period.Until, choices, always.Length == 0 ? 0 : always.Max() - always.Min(), shares));
    }

    /// <summary>A week begins when it begins for those who work there.</summary>
    static TimeZoneInfo ZoneOf(Area area) => area.Hours is { } hours ? TimeZoneInfo.FindSystemTimeZoneById(hours.Zone) : TimeZoneInfo.Utc;
}
