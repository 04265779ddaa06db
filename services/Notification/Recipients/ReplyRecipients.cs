using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Preferences;
using Helpdesk.Contracts;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.LocalCopies;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Preferences;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Recipients;

/// <summary>
/// Who hears what a customer answered. The ticket's agent; and where they would not, whoever distributes tickets: a customer's words always
/// reach somebody who is there.
/// </summary>
sealed class ReplyRecipients(NotificationDbContext db, BouncedAddresses bounces, TimeProvider time)
{
    static readonly string[] Distributing = [AccountRoles.Dispatcher, AccountRoles.Admin];

    /// <param name="ticket">The ticket that was answered.</param>
    /// <param name="mail">What is told.</param>
    /// <param name="by">The member of the staff whose doing it was, and who knows it; null when it was the customer's.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<OutgoingNotification>> FindAsync(
        TicketSnapshot ticket, CustomerRepliedMail mail, Guid? by, CancellationToken cancellationToken)
    {
        var agent = await FindCurrentAgentAsync(ticket, cancellationToken);
        if (agent is null)
        {
            var unattended = mail with { Because = UnattendedReason.NoAgent };
            return await FindDispatchersAsync(ticket.Customer.Id, null, unattended, cancellationToken);
        }

        var notification = EventRecipients.ToAgent(agent, ticket, mail, by);
        if (agent.Id is not null && agent.Id == by)
            return [notification];
        return await FindUnattendedReasonAsync(agent, ticket.Customer.Id, cancellationToken) is not { } why ? [notification]
            : [notification, .. await FindDispatchersAsync(ticket.Customer.Id, agent.Id, mail with { Because = why }, cancellationToken)];
    }

    /// <summary>Those who hear it in the agent's place: dispatchers; where there is none, administrators.</summary>
    /// <param name="customer">Who wrote it.</param>
    /// <param name="agent">Who would not hear it; null when the ticket has no agent.</param>
    /// <param name="mail">What is told, and why to them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<OutgoingNotification>> FindDispatchersAsync(
        Guid? customer, Guid? agent, CustomerRepliedMail mail, CancellationToken cancellationToken)
    {
        var accounts = await db.Accounts.AsNoTracking()
            .Where(x => x.Active && x.Id != customer && x.Id != agent && x.Roles.Any(r => Distributing.Contains(r)))
            .OrderBy(x => x.Id).ToListAsync(cancellationToken);
        if (accounts.Count == 0)
            return [];
        var (ids, now) = (accounts.ConvertAll(x => x.Id), time.GetUtcNow());
        var gone = await db.AgentAvailability.AsNoTracking()
            .Where(x => ids.Contains(x.AgentId) && !x.Available).ToListAsync(cancellationToken);
        var away = gone.Where(x => x.IsAway(now)).Select(x => x.AgentId).ToHashSet();
        var bounced = await bounces.FindAsync([.. accounts.Select(x => x.CanonicalEmail)], cancellationToken);
        var dead = bounced.Select(x => x.Address).ToHashSet();
        var preferences = await NotificationPreferences.LoadAsync(db, ids, cancellationToken);
        var told = FirstCircle(
            accounts, x => !away.Contains(x.Id) && !dead.Contains(x.CanonicalEmail), x => !dead.Contains(x.CanonicalEmail), _ => true);
        // Were all of them to read it later or never, one is told at once all the same; who reads digests rather than who reads nothing.
        var must = told.Exists(x => ModeOf(x) == DeliveryMode.AtOnce) ? null : told.MinBy(x => ModeOf(x));
        return [.. told.Where(x => x == must || ModeOf(x) != DeliveryMode.Never)
            .Select(x => new OutgoingNotification(x.AsPerson(), mail, IsMandatory: x == must || dead.Contains(x.CanonicalEmail)))];

        DeliveryMode ModeOf(Account account) => preferences.ModeOf(account.Id, NotificationKind.CustomerReplied);
    }

    /// <summary>The first of the wider and wider circles in which there is anybody; in each, dispatchers before administrators.</summary>
    static List<Account> FirstCircle(List<Account> accounts, params Func<Account, bool>[] circles) => circles
        .SelectMany(circle => Distributing.Select(role => accounts.FindAll(x => x.Roles.Contains(role) && circle(x))))
        .First(x => x.Count > 0);

    /// <summary>Events may come in any order: whose ticket it is now, the latest one said.</summary>
    async Task<Person?> FindCurrentAgentAsync(TicketSnapshot ticket, CancellationToken cancellationToken)
    {
        var known = await db.Tickets.AsNoTracking().SingleOrDefaultAsync(x => x.Id == ticket.Id, cancellationToken);
        if (known is null || known.Version <= ticket.Version || known.AssigneeId == ticket.Assignee?.Id)
            return ticket.Assignee;
        return (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == known.AssigneeId, cancellationToken))?.AsPerson();
    }

    async Task<UnattendedReason?> FindUnattendedReasonAsync(Person agent, Guid? customer, CancellationToken cancellationToken)
    {
        if (agent.Id is not { } id || id == customer)
            return UnattendedReason.NoAgent;
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
        if (account is not null && (!account.Active
            || !account.Roles.Any(x => x is AccountRoles.Admin or AccountRoles.Dispatcher or AccountRoles.Agent)))
            return UnattendedReason.NoLongerAgent;
        var availability = await db.AgentAvailability.AsNoTracking().SingleOrDefaultAsync(x => x.AgentId == id, cancellationToken);
        if (availability?.IsAway(time.GetUtcNow()) == true)
            return UnattendedReason.Away;
        var preferences = await NotificationPreferences.LoadAsync(db, [id], cancellationToken);
        if (preferences.ModeOf(id, NotificationKind.CustomerReplied) == DeliveryMode.Never)
            return UnattendedReason.NotByMail;
        var dead = await bounces.FindAsync([EmailAddress.CanonicalOf(agent.Email)], cancellationToken);
        return dead.Count > 0 ? UnattendedReason.Unreachable : null;
    }
}
