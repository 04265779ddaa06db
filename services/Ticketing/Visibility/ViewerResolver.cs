using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Timers;
using Helpdesk.Ticketing.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Visibility;

/// <summary>
/// Works out how far a caller sees. Their areas are read here and not within each query: a plan is only as good as what it knows.
/// </summary>
sealed class ViewerResolver(TicketingDbContext db, CachedPolicy policies)
{
    public async ValueTask<Viewer> ResolveAsync(ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (caller.TrackingIdentity() is { } link)
            return new(null, Staff: false, Everything: false, [], link.Tickets);
        var me = caller.AccountId();
        if (!caller.IsStaff())
            return new(me, Staff: false, Everything: false, []);
        var setting = caller.IsDispatcher() ? AgentsSee.Everything : (await policies.GetAsync(cancellationToken)).AgentsSee;
        return setting switch
        {
            AgentsSee.Everything => new(me, Staff: true, Everything: true, []),
            AgentsSee.Assigned => new(me, Staff: true, Everything: false, []),
            _ =>
                new(
                    me, Staff: true, Everything: false,
                    await db.AgentAreas.Where(x => x.AgentId == me).Select(x => x.AreaIds).SingleOrDefaultAsync(cancellationToken) ?? []),
        };
    }
}
