using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Agents;

/// <summary>Keeps the copy of the agents' accounts, and sends whoever waits in their areas on when one can be chosen again.</summary>
sealed class SyncAccount(AssignmentDbContext db, AgentUnitOfWork agents) : IConsumer<AccountChanged>
{
    public async Task Consume(ConsumeContext<AccountChanged> context)
    {
        var account = context.Message;
        // Customers are many and none of our business. A later version of theirs is kept: the older one that made an agent of them may
        // still come.
        if (account.Version == 1 && !account.Roles.Contains(AccountRoles.Agent))
            return;

        await agents.LockUnknownAsync(account.AccountId, context.CancellationToken);
        // Made before it is locked: of two events of one unknown account the second must wait for the first.
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO agent (
                id, name, email, canonical_email, language, is_agent, active, version, areas_version, available, availability_version)
            VALUES ({account.AccountId}, '', '', '', '', false, false, 0, 0, true, 0) ON CONFLICT DO NOTHING
            """, context.CancellationToken);
        var agent = (await agents.LockAsync(account.AccountId, context.CancellationToken))!;
        if (agent.Version >= account.Version)
            return;
        var mailbox = agent.CanonicalEmail;
        await agents.ChangeAsync(agent, x => x.Apply(account), context.CancellationToken);
        // With another address they may be the customer of other tickets, or no more of one that waits.
        if (agent.Eligible && agent.CanonicalEmail != mailbox)
            await agents.DrainAsync(agent, context.CancellationToken);
    }
}
