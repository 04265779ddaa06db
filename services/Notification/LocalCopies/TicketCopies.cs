using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.LocalCopies;

static class TicketCopies
{
    /// <summary>
    /// Keeps the later of what is known and what an event tells; who opened it never changes. Of two events with one version the second
    /// tells the same again, or what that commit came to in the end.
    /// </summary>
    public static Task SyncTicketAsync(this NotificationDbContext db, TicketSnapshot ticket, CancellationToken cancellationToken)
    {
        var (customer, canonical) = (ticket.Customer, EmailAddress.CanonicalOf(ticket.Customer.Email));
        return db.Database.ExecuteSqlAsync($"""
            insert into ticket as t (id, number, version, area_id, assignee_id, opened_by, tracking_token, unverified,
                customer_id, customer_name, customer_email, customer_canonical_email, customer_language)
            values ({ticket.Id}, {ticket.Number}, {ticket.Version}, {ticket.AreaId}, {ticket.Assignee?.Id}, {ticket.OpenedById},
                {ticket.TrackingToken}, false, {customer.Id}, {customer.Name}, {customer.Email}, {canonical}, {customer.Language})
            on conflict (id) do update set version = excluded.version, area_id = excluded.area_id, assignee_id = excluded.assignee_id,
                tracking_token = excluded.tracking_token, customer_id = excluded.customer_id, customer_name = excluded.customer_name,
                customer_email = excluded.customer_email, customer_canonical_email = excluded.customer_canonical_email,
                customer_language = excluded.customer_language
            where t.version <= excluded.version
            """, cancellationToken);
    }

    /// <summary>The same, and whether who opened it only typed the customer's address.</summary>
    public static async Task SyncTicketAsync(this NotificationDbContext db, TicketOpened opened, CancellationToken cancellationToken)
    {
        await db.SyncTicketAsync(opened.Ticket, cancellationToken);
        if (opened.Verification == CustomerVerification.Unverified)
        {
            await db.Tickets.Where(x => x.Id == opened.Ticket.Id)
                .ExecuteUpdateAsync(x => x.SetProperty(t => t.Unverified, true), cancellationToken);
        }
    }

    /// <summary>Keeps that a ticket goes on in another one, with what had been merged into it before.</summary>
    public static async Task SyncTicketAsync(this NotificationDbContext db, TicketMerged merged, CancellationToken cancellationToken)
    {
        await db.SyncTicketAsync(merged.Ticket, cancellationToken);
        await db.SyncTicketAsync(merged.Into, cancellationToken);
        Guid[] parts = [merged.Ticket.Id, .. merged.MergedFrom];
        await db.Tickets.Where(x => parts.Contains(x.Id))
            .ExecuteUpdateAsync(x => x.SetProperty(t => t.MergedIntoId, merged.Into.Id), cancellationToken);
    }
}
