using System.ComponentModel.DataAnnotations;
using Helpdesk.Api;
using Helpdesk.Api.Agents;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Agents;

public static class ListAgents
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync).RequireAuthorization(Policies.Staff)
        .WithName("ListAgents").WithSummary("Agents by name, with their areas, load and whether they are there");

    static async Task<PagedResult<AgentResponse>> HandleAsync(
        AssignmentDbContext db, CancellationToken cancellationToken, Guid? area = null,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var found = db.Agents.AsNoTracking().Where(x => x.IsAgent);
        if (area is not null)
            found = found.Where(x => x.Areas.Any(y => y.AreaId == area));
        var rows = await found.OrderBy(x => x.Name).ThenBy(x => x.Id).Skip((page - 1) * size).Take(size + 1)
            .Select(AgentMapping.ToResponse(db)).ToListAsync(cancellationToken);
        return PagedResult.Of(rows, page, size);
    }
}
