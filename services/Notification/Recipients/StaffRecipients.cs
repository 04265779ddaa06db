using Helpdesk.Api.Preferences;
using Helpdesk.Contracts;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.LocalCopies;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Preferences;
using Helpdesk.Notification.Settings;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Recipients;

/// <summary>Who of the staff hears of it though the event does not name him. Nobody is told of a ticket that he may not see, nor of what he did himself.</summary>
sealed class StaffRecipients(NotificationDbContext db)
{
    /// <summary>Administrators, and the agents of the area: those of them who asked for it.</summary>
    public async Task<IReadOnlyList<OutgoingNotification>> FindAsync(TicketOpened e, AgentsSee see, CancellationToken cancellationToken)
    {
        var asked = await (
            from preference in db.Preferences.AsNoTracking()
            join account in db.Accounts on preference.AccountId equals account.Id
            where preference.Kind == NotificationKind.NewTicket && preference.Mode != DeliveryMode.Never && account.Active
            select new { account, areas = db.AgentAreas.Where(x => x.AgentId == account.Id).Select(x => x.AreaIds).FirstOrDefault() }).ToListAsync(cancellationToken);
        return [.. asked
            .Where(x => x.account.Id != e.OpenedBy.Id && x.account.Id != e.Ticket.Customer.Id)
            .Where(x => x.account.Roles.Contains(Roles.Admin) || x.account.Roles.Contains(Roles.Dispatcher)
                || (x.account.Roles.Contains(Roles.Agent) && see != AgentsSee.Assigned && x.areas?.Contains(e.Ticket.AreaId) == true))
            .Select(x => new OutgoingNotification(x.account.AsPerson(), new NewTicketMail
            {
                Ticket = TicketDetails.ForStaff(e.Ticket),
                OpenedAt = e.Ticket.OpenedAt,
                Description = e.Description,
                Unverified = e.Verification == CustomerVerification.Unverified,
            }))];
    }

    /// <summary>Who distributes tickets; administrators only where they asked for it, or where nobody else does.</summary>
    public async Task<IReadOnlyList<OutgoingNotification>> FindAsync(TicketAwaitsDispatcher e, CancellationToken cancellationToken)
    {
        string[] distributing = [Roles.Dispatcher, Roles.Admin];
        var accounts = await db.Accounts.AsNoTracking().Where(x => x.Active && x.Roles.Any(r => distributing.Contains(r))).ToListAsync(cancellationToken);
        var chosen = await db.Preferences.Where(x => x.Kind == NotificationKind.AwaitsDispatcher).Select(x => x.AccountId).ToListAsync(cancellationToken);
        var anybody = accounts.Any(x => x.Roles.Contains(Roles.Dispatcher));
        return [.. accounts.Where(x => !anybody || x.Roles.Contains(Roles.Dispatcher) || chosen.Contains(x.Id))
            .Select(x => new OutgoingNotification(x.AsPerson(), new AwaitsDispatcherMail
            {
                Number = e.Number,
                TicketSubject = e.Subject,
                Priority = e.Priority,
                Area = e.AreaName,
                Because = e.Because,
                Since = e.Since,
            }))];
    }

    public Task<IReadOnlyList<OutgoingNotification>> FindAsync(AgentReplied e, CancellationToken cancellationToken) => OpenerAsync(e.Ticket, EventRecipients.Quote(e), e.Author.Id, cancellationToken);

    public Task<IReadOnlyList<OutgoingNotification>> FindAsync(CustomerReplied e, CancellationToken cancellationToken) =>
        // Who works on it hears of the customer's reply as its agent.
        OpenerAsync(e.Ticket, EventRecipients.Quote(e), e.Ticket.Assignee?.Id, cancellationToken);

    /// <summary>Who opened the ticket on the customer's behalf.</summary>
    async Task<IReadOnlyList<OutgoingNotification>> OpenerAsync(TicketSnapshot ticket, QuotedMessage message, Guid? but, CancellationToken cancellationToken)
    {
        var opener = await (
            from known in db.Tickets
            join account in db.Accounts on known.OpenedBy equals account.Id
            where known.Id == ticket.Id && account.Active && account.Id != but && account.Id != ticket.Customer.Id
            select account).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return opener is null || !opener.Roles.Any(x => x is Roles.Admin or Roles.Dispatcher or Roles.Agent) ? []
            : [new(opener.AsPerson(), new CommentAddedMail { Ticket = TicketDetails.ForStaff(ticket), Messages = [message] })];
    }
}
