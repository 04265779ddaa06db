using Helpdesk.Api.Deliveries;
using Helpdesk.Api.Preferences;
using Helpdesk.Notification.Digests;
using Helpdesk.Notification.LocalCopies;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Preferences;
using Helpdesk.Notification.Recipients;
using Helpdesk.Notification.Settings;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Ledger;

/// <summary>
/// Takes what an event has to tell and writes it down: to be sent at once, or with the next digest, or why not. Part of the commit that
/// remembers the event.
/// </summary>
sealed class DeliveryQueue(
    NotificationDbContext db, DeliveryFactory deliveries, BurstCoalescer bursts, BouncedAddresses bounces, StrangerMailLimiter strangers,
    TimeProvider time)
{
    public Task EnqueueAsync(
        ConsumeContext context, (Guid Id, string Number)? ticket, IEnumerable<OutgoingNotification> notifications,
        NotificationSettings settings)
    {
        var eventId = context.MessageId
            ?? throw new InvalidOperationException("An event without a message id cannot be told from its repetition.");
        return EnqueueAsync(eventId, ticket, notifications, settings, context.CancellationToken);
    }

    public async Task EnqueueAsync(
        Guid eventId, (Guid Id, string Number)? ticket, IEnumerable<OutgoingNotification> notifications, NotificationSettings settings,
        CancellationToken cancellationToken)
    {
        var queued = notifications.Select(x => new QueuedNotification(x, deliveries.Create(eventId, ticket, x, settings)))
            .DistinctBy(x => x.Row.Id).ToList();
        if (queued.Count == 0)
            return;
        await DropKnownAsync(queued, cancellationToken);
        await SuppressForbiddenAsync(queued, ticket?.Number, settings, cancellationToken);
        await ApplyPreferencesAsync(queued, cancellationToken);

        var withheld = queued.Where(x => x.Notification is { Mail: not AccountMail, IsMandatory: false }).Select(x => x.Row);
        await bounces.SuppressAsync([.. withheld], cancellationToken);
        await strangers.LimitAsync(queued, cancellationToken);
        await JoinThreadsAsync([.. queued.Where(x => x.Waits).Select(x => x.Row)], ticket?.Number, cancellationToken);
        // In one order everywhere, since each waits for its turn.
        var ordered = queued.OrderBy(x => x.Row.CanonicalAddress, StringComparer.Ordinal)
            .ThenBy(x => x.Row.Template, StringComparer.Ordinal);
        foreach (var (notification, row) in ordered)
        {
            await bursts.CoalesceAsync(row, notification.Mail, settings, cancellationToken);
            db.Add(row);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Each reader's mails about one ticket refer to the first of them.</summary>
    async Task JoinThreadsAsync(List<Delivery> rows, string? number, CancellationToken cancellationToken)
    {
        if (rows.Count == 0 || number is null)
            return;
        var addresses = rows.ConvertAll(x => x.CanonicalAddress);
        var threads = await db.Deliveries
            .Where(x => x.TicketNumber == number && x.State != DeliveryState.Suppressed && addresses.Contains(x.CanonicalAddress))
            .GroupBy(x => x.CanonicalAddress)
            .Select(x => x.OrderBy(y => y.CreatedAt).Select(y => new { y.CanonicalAddress, Id = y.ThreadId ?? y.MailId }).First())
            .ToListAsync(cancellationToken);
        foreach (var row in rows)
            row.ThreadId = threads.Find(x => x.CanonicalAddress == row.CanonicalAddress)?.Id;
    }

    /// <summary>The inbox forgets; the ledger does not, so an event that comes back much later still mails nobody twice.</summary>
    async Task DropKnownAsync(List<QueuedNotification> queued, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. queued.Select(x => x.Row.Id)];
        var known = await db.Deliveries.Where(x => ids.Contains(x.Id)).Select(x => x.Id)
            .Union(db.DigestItems.Where(x => ids.Contains(x.Id)).Select(x => x.Id)).ToListAsync(cancellationToken);
        queued.RemoveAll(x => known.Contains(x.Row.Id));
    }

    /// <summary>Holds back what its reader may not be told of, and of the rest what is not for the customer's eyes.</summary>
    async Task SuppressForbiddenAsync(
        List<QueuedNotification> queued, string? number, NotificationSettings settings, CancellationToken cancellationToken)
    {
        var toStaff = queued.Where(x => x.Waits && x.Notification.Mail.Audience == "agent").ToList();
        if (toStaff.Count == 0 || number is null)
            return;
        var people = toStaff.Select(x => x.Notification.To.Id).OfType<Guid>().ToList();
        var access = await StaffAccess.LoadAsync(db, people, [number], settings.AgentsSee, cancellationToken);
        foreach (var (notification, row) in toStaff)
        {
            if (access.IsDenied(notification.To.Id ?? Guid.Empty, number, notification.Mail.Kind, out var cause))
                row.Suppress(cause.Value, StaffAccess.Explain(cause.Value));
        }

        // What the staff said among themselves stays with them, though its reader is their customer here.
        foreach (var (notification, row) in toStaff.Where(x => x.Waits))
        {
            if (notification.Mail is TicketAssignedMail { Comment: not null } mail
                && await db.IsCustomerOfAsync(notification.To.Id, row.TicketId, cancellationToken))
                row.Model = (mail with { Comment = null }).ToJson();
        }
    }

    /// <summary>Does as the readers chose: what they want gathered becomes an item of their next digest.</summary>
    async Task ApplyPreferencesAsync(List<QueuedNotification> queued, CancellationToken cancellationToken)
    {
        var people = queued.Where(x => x.Notification.Mail.Kind is not null).Select(x => x.Notification.To.Id).OfType<Guid>();
        var preferences = await NotificationPreferences.LoadAsync(db, people, cancellationToken);
        foreach (var one in queued.Where(x => x.Waits).ToList())
        {
            var (notification, row) = one;
            if (notification.Mail.Kind is not { } kind || notification.To.Id is not { } reader)
                continue;
            var mode = notification.IsMandatory ? DeliveryMode.AtOnce : preferences.ModeOf(reader, kind, notification.DefaultMode);
            if (preferences.IsDisabled(reader))
            {
                row.Suppress(DeliveryCause.Disabled, "The recipient's account is disabled.");
            }
            else if (mode == DeliveryMode.Never)
            {
                row.Suppress(DeliveryCause.OptedOut, "The recipient turned this kind of mail off.");
            }
            else if (mode == DeliveryMode.Digest && notification.Mail.Topic is { } topic)
            {
                db.Add(new DigestItem
                {
                    Id = row.Id,
                    AccountId = reader,
                    Kind = kind,
                    TicketNumber = topic.Number,
                    TicketSubject = topic.Subject,
                    CreatedAt = time.GetUtcNow(),
                });
                queued.Remove(one);
            }
        }
    }
}
