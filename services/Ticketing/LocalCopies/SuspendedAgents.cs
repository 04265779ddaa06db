using Helpdesk.Api.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.LocalCopies;

static class SuspendedAgents
{
    /// <summary>
    /// Whether the account is disabled or has lost the agent's role, by whichever of Identity and Assignment has said so; of whom
    /// neither has said anything, it is not known.
    /// </summary>
    public static async Task<bool> IsSuspendedAsync(this TicketingDbContext db, Guid agent, CancellationToken cancellationToken) =>
        await db.Accounts.AnyAsync(x => x.Id == agent && !(x.Active && x.Roles.Contains(AccountRoles.Agent)), cancellationToken)
        || await db.Availabilities.AnyAsync(x => x.AgentId == agent && x.Suspended, cancellationToken);
}
