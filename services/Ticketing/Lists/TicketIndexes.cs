using Helpdesk.Ticketing.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Ticketing.Lists;

/// <summary>
/// The indexes of the lists. Of a large installation's tickets nearly all are closed, while nearly all lists are of open ones: those
/// have indexes of their own, which hold nothing else.
/// </summary>
static class TicketIndexes
{
    const string Open = "status <> 'Closed'", Sampled = "get_byte(uuid_send(id), 15) < 16";

    public static void AddIndexes(this EntityTypeBuilder<Ticket> ticket)
    {
        ticket.HasIndex(x => x.Number).IsUnique();
        ticket.HasIndex(x => x.TrackingHash).IsUnique();
        // What an account gets once its owner has shown to hold the mailbox.
        ticket.HasIndex(x => x.CustomerCanonicalEmail, "ix_ticket_unclaimed").HasFilter("customer_id is null");

        // With what the heads of lists are picked by, so that the tickets passed over are not read.
        ticket.HasIndex(x => new { x.UpdatedAt, x.Id }).IncludeProperties(x => new { x.AreaId, x.Priority, x.Status });
        ticket.HasIndex(x => new { x.OpenedAt, x.Id });
        ticket.HasIndex(x => new { x.Priority, x.OpenedAt, x.Id }).IsDescending(true, false, false);
        ticket.HasIndex(x => new { x.WaitingSince, x.Id }).HasFilter("waiting_since is not null");
        ticket.HasIndex(x => new { x.Status, x.UpdatedAt, x.Id });
        // The area stands at the end: whoever sees a few areas only finds theirs without reading the others' tickets.
        // With what else an agent's list of their own is sorted by, which is all that some see.
        ticket.HasIndex(x => new { x.AssigneeId, x.UpdatedAt, x.Id, x.AreaId })
            .IncludeProperties(x => new { x.Priority, x.OpenedAt, x.Status });
        ticket.HasIndex(x => new { x.AreaId, x.UpdatedAt, x.Id }).IncludeProperties(x => new { x.Priority, x.Status });
        ticket.HasIndex(x => new { x.CategoryId, x.UpdatedAt, x.Id, x.AreaId });
        ticket.HasIndex(x => new { x.CustomerId, x.UpdatedAt, x.Id });
        ticket.HasIndex(x => new { x.CustomerId, x.CustomerUpdatedAt, x.Id }).HasFilter("customer_id is not null");
        ticket.HasIndex(x => x.Tags).HasMethod("gin");

        ticket.HasIndex(x => new { x.UpdatedAt, x.Id }, "ix_ticket_open_by_update").HasFilter(Open);
        ticket.HasIndex(x => new { x.OpenedAt, x.Id }, "ix_ticket_open_by_age").HasFilter(Open);
        ticket.HasIndex(x => new { x.Priority, x.OpenedAt, x.Id }, "ix_ticket_open_by_priority").IsDescending(true, false, false)
            .HasFilter(Open);
        ticket.HasIndex(x => new { x.AssigneeId, x.UpdatedAt, x.Id }, "ix_ticket_open_by_assignee").HasFilter(Open);
        // For these an index of all tickets would be followed on through everything that is closed, when the open ones have come to an end.
        ticket.HasIndex(x => new { x.AreaId, x.UpdatedAt, x.Id }, "ix_ticket_open_by_area").HasFilter(Open);
        ticket.HasIndex(x => new { x.CategoryId, x.UpdatedAt, x.Id, x.AreaId }, "ix_ticket_open_by_category").HasFilter(Open);
        ticket.HasIndex(x => new { x.Priority, x.UpdatedAt, x.Id }, "ix_ticket_open_by_urgency").HasFilter(Open);
        ticket.HasIndex(x => new { x.UpdatedAt, x.Id }, "ix_ticket_unassigned").HasFilter(Open + " and assignee_id is null");
        ticket.HasIndex(x => new { x.AssigneeId, x.Id }, "ix_ticket_untouched").HasFilter(Open + " and not touched");
        // One ticket in 16, wherever it is filed and whenever it was opened: these tell how far a list must be gone through for a page.
        ticket.HasIndex(x => new { x.UpdatedAt, x.Id }, "ix_ticket_sampled_by_update").HasFilter(Sampled);
        ticket.HasIndex(x => new { x.OpenedAt, x.Id }, "ix_ticket_sampled_by_age").HasFilter(Sampled);
        ticket.HasIndex(x => new { x.Priority, x.OpenedAt, x.Id }, "ix_ticket_sampled_by_priority").IsDescending(true, false, false)
            .HasFilter(Sampled);
        // Holds all that counting needs, so that the tickets themselves are not read.
        ticket.HasIndex(x => new { x.AreaId, x.AssigneeId, x.CustomerId, x.Priority, x.Status }, "ix_ticket_open_counts").HasFilter(Open);
    }
}
