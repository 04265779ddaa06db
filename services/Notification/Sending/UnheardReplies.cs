using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Sending;

/// <summary>When the agent's mail about a customer's reply never arrives, those are told who hear it in the agent's place.</summary>
sealed class UnheardReplies(IServiceScopeFactory scopes)
{
    public async Task TellAsync(Delivery delivery, Unattended why, CurrentSettings settings, CancellationToken cancellationToken)
    {
        if (delivery is not { Template: CustomerRepliedMail.Name, TicketId: { } id, TicketNumber: { } number }
            || Mail.FromJson(delivery.Model) is not CustomerRepliedMail { Because: null } mail)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var customer = await db.Tickets.Where(x => x.Id == id).Select(x => x.CustomerId).SingleOrDefaultAsync(cancellationToken);
        var dispatchers = await scope.ServiceProvider.GetRequiredService<ReplyAudience>()
            .DispatchersAsync(customer, delivery.RecipientId, mail with { Because = why }, cancellationToken);
        // Of the same event: who was told of it before is not told again.
        await scope.ServiceProvider.GetRequiredService<Postbox>()
            .PutAsync(delivery.EventId, (id, number), dispatchers, settings, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
