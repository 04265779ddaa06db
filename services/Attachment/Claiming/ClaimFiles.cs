using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Attachment.Claiming;

/// <summary>Marks the files that came with a ticket or a reply as that ticket's. The first claim counts.</summary>
sealed class ClaimFiles(AttachmentDbContext db, TimeProvider time, ILogger<ClaimFiles> logger)
    : IConsumer<TicketOpened>, IConsumer<AgentReplied>, IConsumer<CustomerReplied>
{
    public Task Consume(ConsumeContext<TicketOpened> context) =>
        ClaimAsync(context.Message.Ticket, context.Message.Attachments, context.Message.Ticket.OpenedAt, context.CancellationToken);

    public Task Consume(ConsumeContext<AgentReplied> context) =>
        ClaimAsync(context.Message.Ticket, context.Message.Attachments, context.Message.RepliedAt, context.CancellationToken);

    public Task Consume(ConsumeContext<CustomerReplied> context) =>
        ClaimAsync(context.Message.Ticket, context.Message.Attachments, context.Message.RepliedAt, context.CancellationToken);

    async Task ClaimAsync(
        TicketSnapshot ticket, IReadOnlyList<AttachedFile> attached, DateTimeOffset attachedAt, CancellationToken cancellationToken)
    {
        if (attached.Count == 0)
            return;

        await db.LockFilesAsync(ticket.Id, cancellationToken);
        var ids = attached.Select(x => x.Id).ToList();
        var claimed = await db.Files.Where(x => ids.Contains(x.Id) && (x.TicketId == null || x.TicketId == ticket.Id))
            .ExecuteUpdateAsync(
                x => x.SetProperty(f => f.TicketId, ticket.Id).SetProperty(f => f.AttachedAt, attachedAt)
                    .SetProperty(f => f.SweepAt, (DateTimeOffset?)null),
                cancellationToken);
        if (claimed < ids.Count)
        {
            logger.LogWarning(
                "{Ticket} names {Missing} files that are not there or belong to another ticket", ticket.Number, ids.Count - claimed);
        }

        // An event that was long on its way: the ticket's files were purged meanwhile, and this one has to follow them.
        var now = time.GetUtcNow();
        await db.Purges.Where(x => x.TicketId == ticket.Id && x.SettledAt != null)
            .Where(x => x.ClosedAt >= attachedAt && (x.ReopenedAt == null || x.ReopenedAt <= x.ClosedAt))
            .ExecuteUpdateAsync(
                x => x.SetProperty(p => p.NextAttemptAt, now).SetProperty(p => p.SettledAt, (DateTimeOffset?)null), cancellationToken);
    }
}
