using Helpdesk.Contracts;
using MassTransit;

namespace Helpdesk.Notification.LocalCopies;

/// <summary>Keeps what is told of tickets without a mail about it: above all whose area they are now.</summary>
sealed class SyncTicket(NotificationDbContext db) : IConsumer<TicketRecategorized>, IConsumer<TicketReopened>
{
    public Task Consume(ConsumeContext<TicketRecategorized> context) =>
        db.SyncTicketAsync(context.Message.Ticket, context.CancellationToken);

    public Task Consume(ConsumeContext<TicketReopened> context) =>
        db.SyncTicketAsync(context.Message.Ticket, context.CancellationToken);
}
