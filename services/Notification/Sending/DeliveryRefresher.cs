using Helpdesk.Api.Deliveries;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Helpdesk.Notification.Digests;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.LocalCopies;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Recipients;
using Helpdesk.Notification.Settings;
using Helpdesk.Notification.Transport;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Sending;

/// <summary>
/// What is looked at once more when a mail is sent, be it a minute or a week after the event: whether its reader may still be told, where
/// they are reached now, and which link works.
/// </summary>
sealed class DeliveryRefresher(IServiceScopeFactory scopes)
{
    /// <summary>Brings the row up to date. Mails about accounts go where the event says, also to a former address.</summary>
    /// <returns>False when it must not be sent; then it is suppressed.</returns>
    public async Task<bool> TryRefreshAsync(Delivery delivery, NotificationSettings settings, CancellationToken cancellationToken)
    {
        var mail = Mail.FromJson(delivery.Model);
        if (mail is AccountMail)
            return true;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationDbContext>();
        if (mail is not DigestMail && mail.Audience == "customer")
        {
            await ToCustomerAsync(db, delivery, mail, settings, cancellationToken);
            return true;
        }

        var person = delivery.RecipientId ?? Guid.Empty;
        var (current, denied) = mail is DigestMail
            ? await RenewDigestAsync(db, delivery, person, settings, cancellationToken)
            : await CheckAccessAsync(db, delivery, mail, person, settings, cancellationToken);
        if (current is null)
        {
            delivery.Suppress(denied, StaffAccess.Explain(denied));
            return false;
        }

        if (mail is TicketAssignedMail assigned)
        {
            var keepFrom = assigned.Comment is not null && await db.IsCustomerOfAsync(person, delivery.TicketId, cancellationToken);
            var unverified = await db.Tickets.AnyAsync(x => x.Id == delivery.TicketId && x.Unverified, cancellationToken);
            current = assigned with { Comment = keepFrom ? null : assigned.Comment, Unverified = unverified };
        }

        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == person, cancellationToken);
        await TakeAsync(db, delivery, current, account?.AsPerson(), settings, cancellationToken);
        return true;
    }

    static async Task<(Mail? Mail, DeliveryCause Denied)> CheckAccessAsync(
        NotificationDbContext db, Delivery delivery, Mail mail, Guid person, NotificationSettings settings,
        CancellationToken cancellationToken)
    {
        var number = delivery.TicketNumber ?? "";
        var access = await StaffAccess.LoadAsync(db, [person], [number], settings.AgentsSee, cancellationToken);
        return access.IsDenied(person, number, mail.Kind, out var cause) ? (null, cause.Value) : (mail, default);
    }

    static async Task<(Mail? Mail, DeliveryCause Denied)> RenewDigestAsync(
        NotificationDbContext db, Delivery delivery, Guid person, NotificationSettings settings, CancellationToken cancellationToken)
    {
        var told = await db.DigestItems.AsNoTracking().Where(x => x.DeliveryId == delivery.Id)
            .OrderBy(x => x.CreatedAt).ThenBy(x => x.Id).ToListAsync(cancellationToken);
        var access = await StaffAccess.LoadAsync(db, [person], told.Select(x => x.TicketNumber), settings.AgentsSee, cancellationToken);
        var allowed = told.FindAll(x => !access.IsDenied(person, x.TicketNumber, x.Kind, out _));
        var denied = told.Count > 0 && access.IsDenied(person, told[0].TicketNumber, told[0].Kind, out var cause) ? cause.Value
            : DeliveryCause.NoAccess;
        return (DigestComposer.Compose(allowed), denied);
    }

    static async Task ToCustomerAsync(
        NotificationDbContext db, Delivery delivery, Mail mail, NotificationSettings settings, CancellationToken cancellationToken)
    {
        var own = delivery.TicketId ?? Guid.Empty;
        Guid[] ids = [own, .. mail.LinkedTickets(own)];
        var tickets = await db.Tickets.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancellationToken);
        var ticket = tickets.GetValueOrDefault(own);
        var account = ticket?.CustomerId is not { } id ? null
            : await db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id && x.Active, cancellationToken);
        var customer = account?.AsPerson() ?? ticket?.Customer;
        var mailbox = EmailAddress.CanonicalOf(customer?.Email ?? delivery.RecipientAddress);
        // The secret of another ticket goes to nobody but its own customer.
        mail = mail.WithCurrentLinks(own, x => !tickets.TryGetValue(x, out var other) ? null
            : x == own || other.CustomerCanonicalEmail == mailbox
                || (other.CustomerId is not null && other.CustomerId == ticket?.CustomerId)
                ? other.TrackingToken : null);
        await TakeAsync(db, delivery, mail, customer, settings, cancellationToken);
    }

    static async Task TakeAsync(
        NotificationDbContext db, Delivery delivery, Mail mail, Person? to, NotificationSettings settings,
        CancellationToken cancellationToken)
    {
        var before = (delivery.RecipientName, delivery.RecipientAddress, delivery.Language, delivery.Subject);
        if (to is not null && HeaderText.Sanitize(to.Email) is { Length: > 0 } address)
        {
            (delivery.RecipientName, delivery.RecipientAddress) = (HeaderText.Sanitize(to.Name), address);
            delivery.CanonicalAddress = EmailAddress.CanonicalOf(address);
            delivery.Language = Texts.Of(to.Language, settings.Language).Language;
        }

        (delivery.Model, delivery.Subject) = (mail.ToJson(), MailSubject.Of(mail, Texts.Of(delivery.Language)));
        if (before == (delivery.RecipientName, delivery.RecipientAddress, delivery.Language, delivery.Subject))
            return;
        // What was promised and what is sent are one in the ledger.
        await db.Deliveries.Where(x => x.Id == delivery.Id).ExecuteUpdateAsync(
            x => x.SetProperty(d => d.RecipientName, delivery.RecipientName).SetProperty(d => d.RecipientAddress, delivery.RecipientAddress)
                .SetProperty(d => d.CanonicalAddress, delivery.CanonicalAddress).SetProperty(d => d.Language, delivery.Language)
                .SetProperty(d => d.Subject, delivery.Subject),
            cancellationToken);
    }
}
