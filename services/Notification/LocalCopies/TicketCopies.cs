using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.LocalCopies;

static class TicketCopies
{
    /// <summary>Keeps the later of what is known and what an event tells; who opened it is never forgotten.</summary>
    public static Task SyncTicketAsync(this NotificationDbContext db, TicketSnapshot ticket, CancellationToken cancellationToken) =>
        db.SyncTicketAsync(ticket, ticket.OpenedById, cancellationToken);

    /// <summary>The same; also from an event of before the ticket itself told who opened it.</summary>
    public static async Task SyncTicketAsync(this NotificationDbContext db, TicketOpened opened, CancellationToken cancellationToken)
    {
        var openedBy = opened.Ticket.OpenedById ?? (opened.OpenedBy.Kind == ActorKind.Staff ? opened.OpenedBy.Id : null);
        await db.SyncTicketAsync(opened.Ticket, openedBy, cancellationToken);
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

    // Of two events with one version the second tells the same again, or what that commit came to in the end.
    static async Task SyncTicketAsync(
        this NotificationDbContext db, TicketSnapshot ticket, Guid? openedBy, CancellationToken cancellationToken)
    {
        var (customer, canonical) = (ticket.Customer, EmailAddress.CanonicalOf(ticket.Customer.Email));
        await db.Database.ExecuteSqlAsync($"""
            insert into ticket as t (id, number, version, area_id, assignee_id, opened_by, tracking_token, unverified,
                customer_id, customer_name, customer_email, customer_canonical_email, customer_language)
            values ({ticket.Id}, {ticket.Number}, {ticket.Version}, {ticket.AreaId}, {ticket.Assignee?.Id}, {openedBy},
                {ticket.TrackingToken}, false, {customer.Id}, {customer.Name}, {customer.Email}, {canonical}, {customer.Language})
            on conflict (id) do update set version = excluded.version, area_id = excluded.area_id, assignee_id = excluded.assignee_id,
                opened_by = coalesce(t.opened_by, excluded.opened_by), tracking_token = excluded.tracking_token,
                customer_id = excluded.customer_id, customer_name = excluded.customer_name, customer_email = excluded.customer_email,
                customer_canonical_email = excluded.customer_canonical_email, customer_language = excluded.customer_language
            where t.version <= excluded.version
            """, cancellationToken);
        if (openedBy is not null)
        {
            await db.Tickets.Where(x => x.Id == ticket.Id && x.OpenedBy == null)
                .ExecuteUpdateAsync(x => x.SetProperty(t => t.OpenedBy, openedBy), cancellationToken);
        }
    }
}
