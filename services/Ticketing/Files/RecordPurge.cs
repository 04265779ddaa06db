using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Files;

/// <summary>
/// Keeps the receipt of a purge in the ticket's history, and no longer offers its files. Those of a merged ticket count where it went.
/// </summary>
sealed class RecordPurge(TicketingDbContext db, TimeProvider time) : IConsumer<AttachmentsPurged>
{
    public async Task Consume(ConsumeContext<AttachmentsPurged> context)
    {
        var receipt = context.Message;
        var owner = await db.Tickets.AsNoTracking().SingleOrDefaultAsync(x => x.Id == receipt.TicketId, context.CancellationToken);
        if (owner is null || await db.LockTicketAsync(owner.MergedIntoId ?? owner.Id, context.CancellationToken) is not { } ticket)
            return;
        var files = await db.Attachments.Where(x => x.TicketId == receipt.TicketId).ToListAsync(context.CancellationToken);
        ticket.RecordPurge(receipt, files, time.GetUtcNow());
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
