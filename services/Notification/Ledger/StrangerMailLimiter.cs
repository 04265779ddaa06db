using Helpdesk.Api.Deliveries;
using Helpdesk.Api.Formats;
using Helpdesk.Notification.Mails;
using Helpdesk.ServiceDefaults.Quotas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Notification.Ledger;

/// <summary>
/// Keeps strangers from filling a mailbox by typing its address again and again: beyond a few an hour their mails are written down and not
/// sent. The customer loses nothing by it, for number and link stand on the page that opened the ticket; and a link that is asked for
/// beyond that comes all the same, in one mail with the others that are asked for within some minutes.
/// </summary>
sealed class StrangerMailLimiter(NotificationDbContext db, IOptions<StrangerMailOptions> options, TimeProvider time)
{
    static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Links beyond the limit wait so long for each other.</summary>
    public static readonly TimeSpan GatherWindow = TimeSpan.FromMinutes(10);

    int PerHour => options.Value.StrangersPerHour;

    public async Task LimitAsync(IEnumerable<QueuedNotification> queued, CancellationToken cancellationToken)
    {
        var counted = queued.Where(x => x.Notification.ByStranger && x.Waits).ToList();
        if (counted.Count == 0)
            return;
        var addresses = counted.ConvertAll(x => x.Row.CanonicalAddress);
        var confirmed = await db.Accounts
            .Where(x => addresses.Contains(x.CanonicalEmail) && x.Active && x.EmailConfirmed)
            .Select(x => x.CanonicalEmail).ToListAsync(cancellationToken);
        // In one order everywhere, since each mailbox is counted by one event at a time.
        var quotas = counted.Select(x => (Quota: QuotaOf(x.Row, confirmed), x)).OrderBy(x => x.Quota.Subject, StringComparer.Ordinal);
        foreach (var (quota, x) in quotas)
        {
            if ((await db.ConsumeAsync(quota, time.GetUtcNow(), cancellationToken)).IsAllowed)
                continue;
            if (x.Notification.Mail is not TrackingLinkMail link || !await GatherAsync(x.Row, link, quota, cancellationToken))
            {
                x.Row.Suppress(
                    DeliveryCause.RateLimited,
                    $"Somebody who is not signed in caused more than {PerHour} mails to this mailbox within an hour.");
            }
        }
    }

    // Each kind by itself: opening tickets in somebody's name does not keep a link from them that they ask for. And what is typed with
    // other tags never touches the mailbox that an account has shown to be its own.
    SubjectQuota QuotaOf(Delivery row, List<string> confirmed)
    {
        var mailbox = row.CanonicalAddress;
        return confirmed.Contains(mailbox)
            ? new Quota($"{row.Template} to an account", PerHour, Window).Of(mailbox)
            : new Quota($"{row.Template} to anybody", PerHour, Window).Of(EmailAddress.WithoutTag(mailbox));
    }

    /// <summary>Whoever lost a link gets it, whatever others asked for: in one mail for all that come within some minutes.</summary>
    async Task<bool> GatherAsync(Delivery row, TrackingLinkMail link, SubjectQuota quota, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = await db.Deliveries.FromSql($"""
            select * from delivery where canonical_address = {row.CanonicalAddress} and template = {row.Template}
                and state = 'Queued' and attempts = 0 and next_attempt_at > {now}
            order by created_at desc limit 1 for update
            """).SingleOrDefaultAsync(cancellationToken);
        if (waiting is not null && Mail.FromJson(waiting.Model) is TrackingLinkMail { IsFull: false } earlier)
        {
            waiting.Model = earlier.Including(link, row.TicketId).ToJson();
            row.Suppress(DeliveryCause.Coalesced, "It is told in the mail that was already waiting to be sent to the same person.");
            return true;
        }

        // Of an address with a tag anybody can type as many as they like.
        var plain = quota.Subject == row.CanonicalAddress;
        if (!plain && !(await db.ConsumeAsync(
            (quota.Quota with { Name = $"{quota.Quota.Name}, gathered" }).Of(quota.Subject), now, cancellationToken)).IsAllowed)
            return false;
        row.NextAttemptAt = now + GatherWindow;
        return true;
    }
}
