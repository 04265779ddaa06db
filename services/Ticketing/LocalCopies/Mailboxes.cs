using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.LocalCopies;

/// <summary>The canonical forms that only code can work out, and who owns what by them.</summary>
static class Mailboxes
{
    public static async Task FillAsync(TicketingDbContext db, CancellationToken cancellationToken)
    {
        await CanonicalEmails.FillAsync(db, "account", "id", "email", "canonical_email", cancellationToken);
        await CanonicalEmails.FillAsync(db, "ticket", "id", "customer_email", "customer_email_canonical", cancellationToken);
        // Whose address is not plain ASCII was compared by other rules before; what is theirs by today's is theirs.
        await db.Database.ExecuteSqlAsync($"""
            update ticket set customer_id = account.id from account
            where customer_id is null and customer_email_canonical = account.canonical_email
                and account.canonical_email ~ '[^ -~]|xn--'
                and account.email_confirmed and account.active and account.roles <@ {Account.OfCustomers}
            """, cancellationToken);
    }
}
