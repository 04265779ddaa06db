using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Drafts;

static class OwnDrafts
{
    /// <summary>The caller's own on that ticket.</summary>
    public static IQueryable<Draft> On(this DbSet<Draft> drafts, Guid ticket, ClaimsPrincipal caller)
    {
        var me = caller.AccountId();
        return drafts.Where(x => x.TicketId == ticket && x.AccountId == me);
    }

    public static async Task<Guid?> VisibleAsync(
        this TicketingDbContext db, string number, Viewer viewer, CancellationToken cancellationToken) =>
        await db.Tickets.Where(x => x.Number == number).VisibleTo(viewer).Select(x => (Guid?)x.Id).SingleOrDefaultAsync(cancellationToken);
}
