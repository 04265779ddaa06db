using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Links;

/// <summary>
/// Nobody has a stranger bombed with our mails: so many an hour go to one mailbox, and so many at the wish of one account. Each purpose has
/// a budget of its own: whoever has an address registered again and again must not keep the link for a forgotten password from its owner.
/// </summary>
static class MailBudgets
{
    public const int PerHour = 3;
    static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Whether one more mail for this purpose may go to this mailbox. Counted in one statement, and its row stays locked: of many wishes at once each waits for the one before.</summary>
    public static Task<bool> SpendMailAsync(this AccountsDbContext db, LinkPurpose purpose, string normalizedEmail, DateTimeOffset now, CancellationToken cancellationToken) =>
        SpendAsync(db, purpose, Mailbox(normalizedEmail), now, cancellationToken);

    public static Task<bool> SpendMailAsync(this AccountsDbContext db, LinkPurpose purpose, Guid account, DateTimeOffset now, CancellationToken cancellationToken) =>
        SpendAsync(db, purpose, account.ToString("D", CultureInfo.InvariantCulture), now, cancellationToken);

    static async Task<bool> SpendAsync(AccountsDbContext db, LinkPurpose purpose, string recipient, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var over = now - Window;
        var mails = await db.Database.SqlQuery<int>($"""
            insert into mail_budget (purpose, recipient, since, mails) values ({purpose.ToString()}, {recipient}, {now}, 1)
            on conflict (purpose, recipient) do update set
                mails = case when mail_budget.since <= {over} then 1 else mail_budget.mails + 1 end,
                since = case when mail_budget.since <= {over} then {now} else mail_budget.since end
            returning mails as "Value"
            """).ToListAsync(cancellationToken);
        return mails is [<= PerHour];
    }

    /// <summary>ana+1@ and ana+2@ are read by one person.</summary>
    static string Mailbox(string email)
    {
        var (plus, at) = (email.IndexOf('+', StringComparison.Ordinal), email.LastIndexOf('@'));
        return plus > 0 && plus < at ? email[..plus] + email[at..] : email;
    }
}
