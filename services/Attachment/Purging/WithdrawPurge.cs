using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Attachment.Purging;

/// <summary>
/// Notes that a ticket is open again, or goes on in one that is, with all that was merged into it: what was not deleted yet stays.
/// The worker looks once more and writes the receipt of what was.
/// </summary>
sealed class WithdrawPurge(AttachmentDbContext db, TimeProvider time) : IConsumer<TicketReopened>, IConsumer<TicketMerged>
{
    public Task Consume(ConsumeContext<TicketReopened> context) =>
        WithdrawAsync([context.Message.Ticket.Id, .. context.Message.MergedFrom], context.Message.ReopenedAt, context.CancellationToken);

    public Task Consume(ConsumeContext<TicketMerged> context) =>
        WithdrawAsync([context.Message.Ticket.Id, .. context.Message.MergedFrom], context.Message.MergedAt, context.CancellationToken);

    Task<int> WithdrawAsync(Guid[] tickets, DateTimeOffset openAt, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Always in one order: two that concern the same tickets wait for each other, but not for ever.
        return db.Database.ExecuteSqlAsync($"""
            insert into purge (ticket_id, reopened_at, attempts, settled_at)
                select ticket, {openAt}, 0, {now} from unnest({tickets}) as ticket order by ticket
            on conflict (ticket_id) do update
            set reopened_at = greatest(purge.reopened_at, excluded.reopened_at),
                next_attempt_at = case when purge.next_attempt_at is null then null else {now} end
            """, cancellationToken);
    }
}
