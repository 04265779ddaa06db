using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ticketing.Timers;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>Works out how far a caller sees. His areas are read here and not within each query: a plan is only as good as what it knows.</summary>
sealed class Viewers(TicketingDbContext db, PolicyInForce policies)
{
    public async ValueTask<Viewer> OfAsync(ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var me = caller.AccountId();
        if (!caller.IsStaff())
            return new(me, Staff: false, Everything: false, []);
        var setting = caller.IsDispatcher() ? AgentsSee.Everything : (await policies.CurrentAsync(cancellationToken)).AgentsSee;
        return setting switch
        {
            AgentsSee.Everything => new(me, Staff: true, Everything: true, []),
            AgentsSee.Assigned => new(me, Staff: true, Everything: false, []),
            _ => new(me, Staff: true, Everything: false, await db.AgentAreas.Where(x => x.AgentId == me).Select(x => x.AreaIds).SingleOrDefaultAsync(cancellationToken) ?? []),
        };
    }
}
