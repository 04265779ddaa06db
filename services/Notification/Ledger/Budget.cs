using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Notification.Ledger;

/// <summary>
/// Keeps strangers from filling a mailbox by typing its address again and again: beyond a few an hour their mails are written down and not
/// sent. The customer loses nothing by it, for number and link stand on the page that he sees.
/// </summary>
sealed class Budget(NotificationDbContext db, IOptions<BudgetOptions> options, TimeProvider time)
{
    public async Task HoldBackAsync(IEnumerable<Delivery> causedByStrangers, CancellationToken cancellationToken)
    {
        // In one order everywhere, since each mailbox is counted by one event at a time.
        foreach (var row in causedByStrangers.Where(x => x.State == DeliveryState.Queued).OrderBy(Counted, StringComparer.Ordinal))
        {
            if (await CountAsync(Counted(row), time.GetUtcNow(), cancellationToken) > options.Value.StrangersPerHour)
                row.Suppress(DeliveryCause.TooMany, $"Somebody who is not signed in caused more than {options.Value.StrangersPerHour} mails to this mailbox within an hour.");
        }
    }

    // Each kind by itself: opening tickets in somebody's name does not keep a link from him that he asks for.
    static string Counted(Delivery row) => $"{row.Template} {StrangersMail.MailboxOf(row.RecipientAddress)}";

    async Task<int> CountAsync(string mailbox, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var over = now - StrangersMail.Window;
        return (await db.Database.SqlQuery<int>($"""
            insert into strangers_mail (mailbox, since, mails) values ({mailbox}, {now}, 1)
            on conflict (mailbox) do update set mails = case when strangers_mail.since <= {over} then 1 else strangers_mail.mails + 1 end,
                since = case when strangers_mail.since <= {over} then {now} else strangers_mail.since end
            returning mails as "Value"
            """).ToListAsync(cancellationToken)).Single();
    }
}
