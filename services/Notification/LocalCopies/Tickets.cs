using Helpdesk.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.LocalCopies;

static class Tickets
{
    /// <summary>Keeps the later of what is known and what an event tells; who opened it is never forgotten.</summary>
    public static Task KeepAsync(this NotificationDbContext db, TicketSnapshot ticket, CancellationToken cancellationToken) => db.KeepAsync(ticket, ticket.OpenedById, cancellationToken);

    /// <summary>The same; also from an event of before the ticket itself told who opened it.</summary>
    public static Task KeepAsync(this NotificationDbContext db, TicketOpened opened, CancellationToken cancellationToken) =>
        db.KeepAsync(opened.Ticket, opened.Ticket.OpenedById ?? (opened.OpenedBy.Kind == ActorKind.Staff ? opened.OpenedBy.Id : null), cancellationToken);

    static Task<int> KeepAsync(this NotificationDbContext db, TicketSnapshot ticket, Guid? openedBy, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        insert into ticket (id, number, version, area_id, assignee_id, customer_id, opened_by)
        values ({ticket.Id}, {ticket.Number}, {ticket.Version}, {ticket.AreaId}, {ticket.Assignee?.Id}, {ticket.Customer.Id}, {openedBy})
        on conflict (id) do update set
            version = greatest(ticket.version, excluded.version),
            area_id = case when ticket.version < excluded.version then excluded.area_id else ticket.area_id end,
            assignee_id = case when ticket.version < excluded.version then excluded.assignee_id else ticket.assignee_id end,
            opened_by = coalesce(ticket.opened_by, excluded.opened_by)
        where ticket.version < excluded.version or (ticket.opened_by is null and excluded.opened_by is not null)
        """, cancellationToken);
}
