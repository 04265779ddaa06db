using Helpdesk.Api.Deliveries;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Notification.Ledger;

/// <summary>
/// Keeps a burst of events on one ticket from becoming as many mails to one person. The first goes at once; what follows within
/// the window waits for its end in one mail that tells all of it. Mails that can't be told together are left alone.
/// </summary>
sealed class BurstCoalescer(NotificationDbContext db, IOptions<BurstOptions> options, TimeProvider time)
{
    public async Task CoalesceAsync(Delivery row, Mail mail, NotificationSettings settings, CancellationToken cancellationToken)
    {
        // One that does not even go together with itself never waits: confirmations, warnings, secrets.
        if (row.State != DeliveryState.Queued || !mail.TryCombine(mail, out _))
            return;
        var (now, since) = (time.GetUtcNow(), time.GetUtcNow() - options.Value.Window);
        // One event at a time: two that saw nothing before them would both go at once.
        var key = $"{row.CanonicalAddress} {row.Template} {row.TicketId}";
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({key}, 0))", cancellationToken);
        // The one that waits, whenever it was made: events are not heard in the order of the clock, and a second one that waits would be a
        // second mail. Locked: a worker passes over it until more is told in it.
        var before = await db.Deliveries.FromSql($"""
            select * from delivery where canonical_address = {row.CanonicalAddress} and created_at > {since} and template = {row.Template}
                and ticket_id is not distinct from {row.TicketId} and state <> 'Suppressed'
            order by coalesce(state = 'Queued' and attempts = 0 and next_attempt_at > {now}, false) desc, created_at desc limit 1 for update
            """).SingleOrDefaultAsync(cancellationToken);
        if (before is null)
            return;
        var waits = before is { State: DeliveryState.Queued, Attempts: 0 } && before.NextAttemptAt > now;
        if (waits && Mail.FromJson(before.Model).TryCombine(mail, out var both))
        {
            // Who reads it, and in which language, the later event knows.
            (before.RecipientName, before.RecipientAddress, before.Language) = (row.RecipientName, row.RecipientAddress, row.Language);
            (before.Model, before.Subject) = (both.ToJson(), MailSubject.Of(both, Texts.Of(before.Language, settings.Language)));
            row.Suppress(DeliveryCause.Coalesced, "It is told in the mail that was already waiting to be sent to the same person.");
            return;
        }

        row.NextAttemptAt = before.CreatedAt + options.Value.Window;
    }
}
