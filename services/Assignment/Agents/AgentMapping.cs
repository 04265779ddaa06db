using System.Linq.Expressions;
using Helpdesk.Api.Agents;

namespace Helpdesk.Assignment.Agents;

static class AgentMapping
{
    public static Expression<Func<Agent, AgentResponse>> ToResponse(AssignmentDbContext db) => x => new AgentResponse(
        x.Id, x.Name, x.Email, x.Active, x.Available, x.IneligibleBecause, x.AwayNote, x.AwayUntil, x.Capacity,
        db.Tickets.Count(y => y.AgentId == x.Id && y.Open),
        x.Areas.OrderBy(y => y.AreaId).Select(y => y.AreaId).ToList());
}
