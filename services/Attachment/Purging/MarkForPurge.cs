using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Attachment.Purging;

/// <summary>Notes that a ticket's files are due. A worker deletes them, so that no disk holds up a consumer.</summary>
sealed class MarkForPurge(AttachmentDbContext db, TimeProvider time) : IConsumer<AttachmentsPurgeDue>
{
    public Task Consume(ConsumeContext<AttachmentsPurgeDue> context)
    {
        var (ticket, closedAt, now) = (context.Message.TicketId, context.Message.ClosedAt, time.GetUtcNow());
        // One statement, so that a reopening that comes at the same moment is either seen here or sees this.
        return db.Database.ExecuteSqlAsync($"""
            insert into purge (ticket_id, closed_at, next_attempt_at, attempts) values ({ticket}, {closedAt}, {now}, 0)
            on conflict (ticket_id) do update
            set closed_at = excluded.closed_at, next_attempt_at = excluded.next_attempt_at, attempts = 0, reason = null, settled_at = null
            where (purge.reopened_at is null or purge.reopened_at <= excluded.closed_at)
                and (purge.closed_at is null or purge.closed_at <= excluded.closed_at)
            """, context.CancellationToken);
    }
}
