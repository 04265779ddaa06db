using System.ComponentModel.DataAnnotations;
using Helpdesk.Api;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Areas;

public static class ListAreas
{
    /// <summary>An area and how it fares.</summary>
    /// <param name="Mode">How its tickets find their agent.</param>
    /// <param name="Agents">Agents who serve it.</param>
    /// <param name="EligibleAgents">Of these, who can be chosen now.</param>
    /// <param name="Waiting">Tickets that wait for an agent.</param>
    /// <param name="WaitingSince">Since when the one that waits longest does; null when none waits.</param>
    public sealed record Item(Guid Id, string Name, bool Retired, AssignmentMode Mode, int Agents, int EligibleAgents, int Waiting, DateTimeOffset? WaitingSince);

    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .RequireAuthorization(Policies.Staff).WithName("ListAreas").WithSummary("Areas by name, with what waits in each");

    static async Task<PagedResult<Item>> HandleAsync(
        AssignmentDbContext db, CancellationToken cancellationToken, [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var rows = await db.Areas.AsNoTracking().OrderBy(x => x.Name).ThenBy(x => x.Id).Skip((page - 1) * size).Take(size + 1)
            .Select(x => new Item(
                x.Id, x.Name, x.Retired, x.Mode,
                db.AgentAreas.Count(y => y.AreaId == x.Id),
                db.AgentAreas.Count(y => y.AreaId == x.Id && db.Agents.Any(z => z.Id == y.AgentId && z.Active && z.IsAgent && z.Available)),
                db.Tickets.Count(y => y.AreaId == x.Id && y.WaitingSince != null),
                db.Tickets.Where(y => y.AreaId == x.Id && y.WaitingSince != null).Min(y => y.WaitingSince)))
            .ToListAsync(cancellationToken);
        return PagedResult.Of(rows, page, size);
    }
}
