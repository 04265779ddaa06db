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
sealed class DeliveryQueue(NotificationDbContext db, DeliveryFactory deliveries, BurstCoalescer bursts, BouncedAddresses bounces, StrangerMailLimiter strangers, TimeProvider time)
{
    public Task EnqueueAsync(
        ConsumeContext context, (Guid Id, string Number)? ticket, IEnumerable<OutgoingNotification> notifications, NotificationSettings settings) => EnqueueAsync(
        context.MessageId ?? throw new InvalidOperationException("An event without a message id cannot be told from its repetition."),
        ticket, notifications, settings, context.CancellationToken);

    public async Task EnqueueAsync(
        Guid eventId, (Guid Id, string Number)? ticket, IEnumerable<OutgoingNotification> notifications, NotificationSettings settings,
        CancellationToken cancellationToken)
    {
        var put = notifications.Select(x => (Notification: x, Row: deliveries.Create(eventId, ticket, x, settings))).DistinctBy(x => x.Row.Id).ToList();
        if (put.Count == 0)
            return;
        await DropKnownAsync(put, cancellationToken);
        await SuppressForbiddenAsync(put, ticket?.Number, settings, cancellationToken);

        var people = put.Where(x => x.Notification.Mail.Kind is not null).Select(x => x.Notification.To.Id).OfType<Guid>();
        var preferences = await NotificationPreferences.LoadAsync(db, people, cancellationToken);
        foreach (var (about, row) in put.Where(x => x.Row.State == DeliveryState.Queued).ToList())
        {
            if (about.Mail.Kind is { } kind && about.To.Id is { } reader && ApplyPreference(preferences, reader, kind, about, row) is { } item)
            {
                db.Add(item);
                put.Remove((about, row));
            }
        }

        var withheld = put.Where(x => x.Notification is { Mail: not AccountMail, IsMandatory: false }).Select(x => x.Row);
        await bounces.SuppressAsync([.. withheld], cancellationToken);
        await strangers.LimitAsync(put, cancellationToken);
        await JoinThreadsAsync([.. put.Select(x => x.Row).Where(x => x.State == DeliveryState.Queued)], ticket?.Number, cancellationToken);
        // In one order everywhere, since each waits for its turn.
        var ordered = put.OrderBy(x => x.Row.CanonicalAddress, StringComparer.Ordinal).ThenBy(x => x.Row.Template, StringComparer.Ordinal);
        foreach (var (about, row) in ordered)
        {
            await bursts.CoalesceAsync(row, about.Mail, settings, cancellationToken);
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
    async Task DropKnownAsync(List<(OutgoingNotification Notification, Delivery Row)> put, CancellationToken cancellationToken)
    {
        static Guid Former(Delivery row) => DeliveryId.Former(row.EventId, row.RecipientAddress, row.Template);
        Guid[] ids = [.. put.SelectMany(x => new[] { x.Row.Id, Former(x.Row) }).Distinct()];
        var known = await db.Deliveries.Where(x => ids.Contains(x.Id)).Select(x => x.Id)
            .Union(db.DigestItems.Where(x => ids.Contains(x.Id)).Select(x => x.Id)).ToListAsync(cancellationToken);
        put.RemoveAll(x => known.Contains(x.Row.Id) || known.Contains(Former(x.Row)));
    }

    /// <summary>Holds back what its reader may not be told of, and of the rest what is not for the customer's eyes.</summary>
    async Task SuppressForbiddenAsync(
        List<(OutgoingNotification Notification, Delivery Row)> put, string? number, NotificationSettings settings, CancellationToken cancellationToken)
    {
        var staffs = put.Where(x => x.Row.State == DeliveryState.Queued && x.Notification.Mail.Audience == "agent").ToList();
        if (staffs.Count == 0 || number is null)
            return;
        var people = staffs.Select(x => x.Notification.To.Id).OfType<Guid>().ToList();
        var access = await StaffAccess.LoadAsync(db, people, [number], settings.AgentsSee, cancellationToken);
        foreach (var (about, row) in staffs)
        {
            if (access.IsDenied(about.To.Id ?? Guid.Empty, number, about.Mail.Kind, out var cause))
                row.Suppress(cause.Value, StaffAccess.Explain(cause.Value));
        }

        // What the staff said among themselves stays with them, though its reader is their customer here.
        foreach (var (about, row) in staffs.Where(x => x.Row.State == DeliveryState.Queued))
        {
            if (about.Mail is TicketAssignedMail { Comment: not null } mail
                && await db.IsCustomerOfAsync(about.To.Id, row.TicketId, cancellationToken))
                row.Model = (mail with { Comment = null }).ToJson();
        }
    }

    /// <summary>Follows the reader's wish; gives the news when they want them gathered.</summary>
    DigestItem? ApplyPreference(NotificationPreferences preferences, Guid reader, NotificationKind kind, OutgoingNotification about, Delivery row)
    {
        var mode = about.IsMandatory ? DeliveryMode.AtOnce : preferences.ModeOf(reader, kind, about.DefaultMode);
        if (preferences.IsDisabled(reader))
            row.Suppress(DeliveryCause.Disabled, "The recipient's account is disabled.");
        else if (mode == DeliveryMode.Never)
            row.Suppress(DeliveryCause.OptedOut, "The recipient turned this kind of mail off.");
        else if (mode == DeliveryMode.Digest && about.Mail.Topic is { } topic)
            return new() { Id = row.Id, AccountId = reader, Kind = kind, TicketNumber = topic.Number, TicketSubject = topic.Subject, CreatedAt = time.GetUtcNow() };
        return null;
    }
}
