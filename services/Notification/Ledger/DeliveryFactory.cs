using System.Diagnostics;
using Helpdesk.Api.Deliveries;
using Helpdesk.Api.Formats;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Settings;
using Helpdesk.Notification.Transport;

namespace Helpdesk.Notification.Ledger;

/// <summary>Makes the ledger's row of a mail.</summary>
sealed class DeliveryFactory(TimeProvider time)
{
    public Delivery Create(Guid eventId, (Guid Id, string Number)? ticket, OutgoingNotification notification, NotificationSettings settings)
    {
        var (to, mail) = (notification.To, notification.Mail);
        var (now, address, texts) = (time.GetUtcNow(), HeaderText.Sanitize(to.Email), Texts.Of(to.Language, settings.Language));
        var id = DeliveryId.Of(eventId, address, mail.Template);
        var row = new Delivery
        {
            Id = id,
            EventId = eventId,
            TicketId = ticket?.Id,
            TicketNumber = ticket?.Number,
            Template = mail.Template,
            Language = texts.Language,
            RecipientId = to.Id,
            RecipientName = HeaderText.Sanitize(to.Name),
            RecipientAddress = address,
            CanonicalAddress = EmailAddress.CanonicalOf(address),
            Subject = MailSubject.Of(mail, texts),
            Model = mail.ToJson(),
            MailId = settings.MailId($"{id:N}"),
            CreatedAt = now,
            TraceParent = Activity.Current is { Recorded: true } trace ? trace.Id : null,
            State = DeliveryState.Queued,
            NextAttemptAt = now,
        };
        if (notification.IsOwnAction)
            row.Suppress(DeliveryCause.OwnAction, "The recipient did this themselves.");
        else if (address.Length == 0)
            row.Suppress(DeliveryCause.NoAddress, "The recipient has no email address.");
        return row;
    }
}
