using Helpdesk.Notification.Digests;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Preferences;
using Helpdesk.Notification.Settings;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Ledger;

/// <summary>Takes what an event has to tell and writes it down: to be sent at once, or with the next digest, or why not. Part of the commit that remembers the event.</summary>
sealed class Postbox(NotificationDbContext db, DeliveryRows rows, Bursts bursts, Bounces bounces, Budget budget, TimeProvider time)
{
    public async Task PutAsync(ConsumeContext context, (Guid Id, string Number)? ticket, IEnumerable<Addressed> addressed, CurrentSettings settings)
    {
        var eventId = context.MessageId ?? throw new InvalidOperationException("An event without a message id cannot be told from its repetition.");
        var put = addressed.Select(x => (Addressed: x, Row: rows.Of(eventId, ticket, x, settings))).DistinctBy(x => x.Row.Id).ToList();
        if (put.Count == 0)
            return;
        var ids = put.ConvertAll(x => x.Row.Id);
        // The inbox forgets after a while; the ledger does not, so an event that comes back much later still mails nobody twice.
        var known = await db.Deliveries.Where(x => ids.Contains(x.Id)).Select(x => x.Id).Union(db.News.Where(x => ids.Contains(x.Id)).Select(x => x.Id)).ToListAsync(context.CancellationToken);
        put.RemoveAll(x => known.Contains(x.Row.Id));

        var wishes = await Wishes.OfAsync(db, put.Where(x => x.Addressed.Mail.Kind is not null).Select(x => x.Addressed.To.Id).OfType<Guid>(), context.CancellationToken);
        foreach (var (about, row) in put.Where(x => x.Row.State == DeliveryState.Queued).ToList())
        {
            if (about.Mail.Kind is { } kind && about.To.Id is { } reader && Heed(wishes, reader, kind, about, row) is { } news)
            {
                db.Add(news);
                put.Remove((about, row));
            }
        }

        await bounces.HoldBackAsync([.. put.Where(x => x.Addressed.Mail is not AccountMail).Select(x => x.Row)], context.CancellationToken);
        await budget.HoldBackAsync(put.Where(x => x.Addressed.ByStranger).Select(x => x.Row), context.CancellationToken);
        // In one order everywhere, since each waits for its turn.
        foreach (var (about, row) in put.OrderBy(x => x.Row.RecipientAddress, StringComparer.Ordinal).ThenBy(x => x.Row.Template, StringComparer.Ordinal))
        {
            await bursts.CalmAsync(row, about.Mail, settings, context.CancellationToken);
            db.Add(row);
        }

        await db.SaveChangesAsync(context.CancellationToken);
    }

    /// <summary>Follows the reader's wish; gives the news when he wants them gathered.</summary>
    News? Heed(Wishes wishes, Guid reader, NewsKind kind, Addressed about, Delivery row)
    {
        var manner = wishes.Of(reader, kind, about.Preset);
        if (wishes.Disabled(reader))
            row.Suppress(DeliveryCause.Disabled, "The recipient's account is disabled.");
        else if (manner == Manner.Never)
            row.Suppress(DeliveryCause.NotWanted, "The recipient turned this kind of mail off.");
        else if (manner == Manner.Digest && about.Mail.Topic is { } topic)
            return new() { Id = row.Id, AccountId = reader, Kind = kind, TicketNumber = topic.Number, TicketSubject = topic.Subject, CreatedAt = time.GetUtcNow() };
        return null;
    }
}
