using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Attachment.Purging;

/// <summary>Notes that a ticket is open again: what was not deleted yet stays. The worker looks once more and writes the receipt of what was.</summary>
sealed class WithdrawPurge(AttachmentDbContext db, TimeProvider time) : IConsumer<TicketReopened>
{
    public Task Consume(ConsumeContext<TicketReopened> context)
    {
        var (ticket, reopenedAt, now) = (context.Message.Ticket.Id, context.Message.ReopenedAt, time.GetUtcNow());
        return db.Database.ExecuteSqlAsync($"""
            insert into purge (ticket_id, reopened_at, attempts, settled_at) values ({ticket}, {reopenedAt}, 0, {now})
            on conflict (ticket_id) do update
            set reopened_at = greatest(purge.reopened_at, excluded.reopened_at),
                next_attempt_at = case when purge.next_attempt_at is null then null else {now} end
            """, context.CancellationToken);
    }
}
