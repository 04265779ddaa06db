using Helpdesk.Contracts;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Transport;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Ledger;

/// <summary>Writes the rows of the ledger in the commit that remembers the event. It sends nothing: a mail server must not hold up a consumer.</summary>
sealed class WriteDeliveries(NotificationDbContext db, Recipients recipients, MailSettings settings, TimeProvider time) :
    IConsumer<TicketOpened>, IConsumer<AssigneeChanged>, IConsumer<AgentReplied>, IConsumer<CustomerReplied>,
    IConsumer<TicketStatusChanged>, IConsumer<TicketClosed>, IConsumer<ClosingWarningIssued>
{
    public Task Consume(ConsumeContext<TicketOpened> context) => WriteAsync(context, context.Message.Ticket, recipients.Of(context.Message));
    public Task Consume(ConsumeContext<AssigneeChanged> context) => WriteAsync(context, context.Message.Ticket, Recipients.Of(context.Message));
    public Task Consume(ConsumeContext<AgentReplied> context) => WriteAsync(context, context.Message.Ticket, recipients.Of(context.Message));
    public Task Consume(ConsumeContext<CustomerReplied> context) => WriteAsync(context, context.Message.Ticket, Recipients.Of(context.Message));
    public Task Consume(ConsumeContext<TicketStatusChanged> context) => WriteAsync(context, context.Message.Ticket, Recipients.Of(context.Message));
    public Task Consume(ConsumeContext<TicketClosed> context) => WriteAsync(context, context.Message.Ticket, Recipients.Of(context.Message));
    public Task Consume(ConsumeContext<ClosingWarningIssued> context) => WriteAsync(context, context.Message.Ticket, Recipients.Of(context.Message));

    async Task WriteAsync(ConsumeContext context, TicketSnapshot ticket, IEnumerable<Addressed> addressed)
    {
        var eventId = context.MessageId ?? throw new InvalidOperationException("An event without a message id cannot be told from its repetition.");
        var rows = addressed.Select(x => Row(eventId, ticket, x)).ToList();
        var ids = rows.ConvertAll(x => x.Id);
        // The inbox forgets after a while; the ledger does not, so an event that comes back much later still mails nobody twice.
        var known = rows.Count == 0 ? [] : await db.Deliveries.Where(x => ids.Contains(x.Id)).Select(x => x.Id).ToListAsync(context.CancellationToken);
        db.AddRange(rows.Where(x => !known.Contains(x.Id)));
        await db.SaveChangesAsync(context.CancellationToken);
    }

    Delivery Row(Guid eventId, TicketSnapshot ticket, Addressed addressed)
    {
        var (to, mail, suppressed) = addressed;
        var address = OneLine.Of(to.Email);
        var texts = Texts.Of(to.Language);
        var id = DeliveryId.Of(eventId, address, mail.Template);
        suppressed ??= address.Length == 0 ? "The recipient has no mail address." : null;
        return new()
        {
            Id = id,
            EventId = eventId,
            TicketId = ticket.Id,
            TicketNumber = ticket.Number,
            Template = mail.Template,
            Language = texts.Language,
            RecipientName = OneLine.Of(to.Name),
            RecipientAddress = address,
            Subject = MailSubject.Of(mail, texts),
            Model = mail.ToJson(),
            MailId = settings.MailId($"{id:N}"),
            CreatedAt = time.GetUtcNow(),
            State = suppressed is null ? DeliveryState.Queued : DeliveryState.Suppressed,
            NextAttemptAt = suppressed is null ? time.GetUtcNow() : null,
            Reason = suppressed,
        };
    }
}
