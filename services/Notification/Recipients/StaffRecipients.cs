using Helpdesk.Api.Accounts;
using Helpdesk.Api.Preferences;
using Helpdesk.Contracts;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.LocalCopies;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Settings;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Recipients;

/// <summary>
/// Who of the staff hears of it though the event does not name them. Nobody is told of a ticket that they may not see, nor of what they did
/// themselves.
/// </summary>
sealed class StaffRecipients(NotificationDbContext db)
{
    /// <summary>Administrators, and the agents of the area: those of them who asked for it.</summary>
    public async Task<IReadOnlyList<OutgoingNotification>> FindAsync(TicketOpened e, AgentsSee see, CancellationToken cancellationToken)
    {
        var asked = await (
            from preference in db.Preferences.AsNoTracking()
            join account in db.Accounts on preference.AccountId equals account.Id
            where preference.Kind == NotificationKind.NewTicket && preference.Mode != DeliveryMode.Never && account.Active
            select new
            {
                Account = account,
                Areas = db.AgentAreas.Where(x => x.AgentId == account.Id).Select(x => x.AreaIds).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        var mail = new NewTicketMail
        {
            Ticket = TicketDetails.ForStaff(e.Ticket),
            OpenedAt = e.Ticket.OpenedAt,
            Description = e.Description,
            Unverified = e.Verification == CustomerVerification.Unverified,
        };
        return [.. asked
            .Where(x => x.Account.Id != e.OpenedBy.Id && x.Account.Id != e.Ticket.Customer.Id)
            .Where(x => x.Account.Roles.Any(r => r is AccountRoles.Admin or AccountRoles.Dispatcher)
                || (x.Account.Roles.Contains(AccountRoles.Agent) && see != AgentsSee.Assigned
                    && x.Areas?.Contains(e.Ticket.AreaId) == true))
            .Select(x => new OutgoingNotification(x.Account.AsPerson(), mail))];
    }

    /// <summary>Who distributes tickets; administrators only where they asked for it, or where nobody else does.</summary>
    public async Task<IReadOnlyList<OutgoingNotification>> FindAsync(TicketAwaitsDispatcher e, CancellationToken cancellationToken)
    {
        string[] distributing = [AccountRoles.Dispatcher, AccountRoles.Admin];
        var accounts = await db.Accounts.AsNoTracking()
            .Where(x => x.Active && x.Roles.Any(r => distributing.Contains(r))).ToListAsync(cancellationToken);
        var chosen = await db.Preferences.Where(x => x.Kind == NotificationKind.AwaitsDispatcher)
            .Select(x => x.AccountId).ToListAsync(cancellationToken);
        var hasDispatcher = accounts.Exists(x => x.Roles.Contains(AccountRoles.Dispatcher));
        var mail = new AwaitsDispatcherMail
        {
            Number = e.Number,
            TicketSubject = e.Subject,
            Priority = e.Priority,
            Area = e.AreaName,
            Because = e.Because,
            Since = e.Since,
        };
        return [.. accounts.Where(x => !hasDispatcher || x.Roles.Contains(AccountRoles.Dispatcher) || chosen.Contains(x.Id))
            .Select(x => new OutgoingNotification(x.AsPerson(), mail))];
    }

    public Task<IReadOnlyList<OutgoingNotification>> FindAsync(AgentReplied e, CancellationToken cancellationToken) =>
        FindOpenerAsync(e.Ticket, QuotedMessage.Of(e), e.Author.Id, cancellationToken);

    public Task<IReadOnlyList<OutgoingNotification>> FindAsync(CustomerReplied e, CancellationToken cancellationToken) =>
        // Who works on it hears of the customer's reply as its agent.
        FindOpenerAsync(e.Ticket, QuotedMessage.Of(e), e.Ticket.Assignee?.Id, cancellationToken);

    /// <summary>Who opened the ticket on the customer's behalf.</summary>
    async Task<IReadOnlyList<OutgoingNotification>> FindOpenerAsync(
        TicketSnapshot ticket, QuotedMessage message, Guid? except, CancellationToken cancellationToken)
    {
        var opener = await (
            from known in db.Tickets
            join account in db.Accounts on known.OpenedBy equals account.Id
            where known.Id == ticket.Id && account.Active && account.Id != except && account.Id != ticket.Customer.Id
            select account).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return opener is null || !opener.Roles.Any(x => x is AccountRoles.Admin or AccountRoles.Dispatcher or AccountRoles.Agent) ? []
            : [new(opener.AsPerson(), new CommentAddedMail { Ticket = TicketDetails.ForStaff(ticket), Messages = [message] })];
    }
}
