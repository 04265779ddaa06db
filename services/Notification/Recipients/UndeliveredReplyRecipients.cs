using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Recipients;

/// <summary>
/// When the agent's mail about a customer's reply never arrives, whoever has the ticket by then is told, or those who hear it in the
/// agent's place.
/// </summary>
sealed class UndeliveredReplyRecipients(IServiceScopeFactory scopes)
{
    public async Task NotifyOthersAsync(
        Delivery delivery, UnattendedReason why, NotificationSettings settings, CancellationToken cancellationToken)
    {
        if (delivery is not { Template: CustomerRepliedMail.Name, TicketId: { } id, TicketNumber: { } number }
            || Mail.FromJson(delivery.Model) is not CustomerRepliedMail { Because: null } mail)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ticket = await db.Tickets.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
        var agentNow = ticket?.AssigneeId is not { } now || now == delivery.RecipientId ? null
            : await db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == now && x.Active, cancellationToken);
        mail = mail with { Because = ticket is { AssigneeId: null } ? UnattendedReason.NoAgent : why };
        var hearers = agentNow is not null ? [new OutgoingNotification(agentNow.AsPerson(), mail with { Because = null })]
            : await scope.ServiceProvider.GetRequiredService<ReplyRecipients>()
                .FindDispatchersAsync(ticket?.CustomerId, delivery.RecipientId, mail, cancellationToken);
        // Of the same event: who was told of it before is not told again.
        await scope.ServiceProvider.GetRequiredService<DeliveryQueue>()
            .EnqueueAsync(delivery.EventId, (id, number), hearers, settings, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
