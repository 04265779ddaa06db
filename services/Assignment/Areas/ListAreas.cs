using System.ComponentModel.DataAnnotations;
using Helpdesk.Api;
using Helpdesk.Api.Areas;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Areas;

public static class ListAreas
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .RequireAuthorization(Policies.Staff).WithName("ListAreas").WithSummary("Areas by name, with what waits in each");

    static async Task<PagedResult<AreaSummary>> HandleAsync(
        AssignmentDbContext db, CancellationToken cancellationToken,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var rows = await db.Areas.AsNoTracking().OrderBy(x => x.Name).ThenBy(x => x.Id).Skip((page - 1) * size).Take(size + 1)
            .Select(x => new AreaSummary(
                x.Id, x.Name, x.Retired, x.Mode,
                db.AgentAreas.Count(y => y.AreaId == x.Id),
                db.AgentAreas.Count(y => y.AreaId == x.Id && db.Agents.Any(z => z.Id == y.AgentId && z.Active && z.IsAgent && z.Available)),
                db.Tickets.Count(y => y.AreaId == x.Id && y.WaitingSince != null),
                db.Tickets.Where(y => y.AreaId == x.Id && y.WaitingSince != null).Min(y => y.WaitingSince)))
            .ToListAsync(cancellationToken);
        return PagedResult.Of(rows, page, size);
    }
}
