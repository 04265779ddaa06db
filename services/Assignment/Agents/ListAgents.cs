using System.ComponentModel.DataAnnotations;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Agents;

public static class ListAgents
{
    /// <summary>An agent.</summary>
    /// <param name="Active">False while the account is suspended: then nobody gets a ticket by turn.</param>
    /// <param name="OpenTickets">Tickets he has that are neither resolved nor closed.</param>
    public sealed record Item(Guid Id, string Name, string Email, bool Active, int OpenTickets, IReadOnlyList<Guid> AreaIds);

    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .RequireAuthorization(Policies.Staff).WithName("ListAgents").WithSummary("Agents by name, with their areas and load");

    static async Task<Slice<Item>> HandleAsync(
        AssignmentDbContext db, CancellationToken cancellationToken, Guid? area = null, [Range(1, 10_000)] int page = 1, [Range(1, 100)] int size = 20)
    {
        var found = db.Agents.AsNoTracking().Where(x => x.IsAgent);
        if (area is not null)
            found = found.Where(x => x.Areas.Any(y => y.AreaId == area));
        var rows = await found.OrderBy(x => x.Name).ThenBy(x => x.Id).Skip((page - 1) * size).Take(size + 1)
            .Select(x => new Item(
                x.Id, x.Name, x.Email, x.Active, db.Tickets.Count(y => y.AgentId == x.Id && y.Open),
                x.Areas.OrderBy(y => y.AreaId).Select(y => y.AreaId).ToList()))
            .ToListAsync(cancellationToken);
        return Slice.Of(rows, page, size);
    }
}
