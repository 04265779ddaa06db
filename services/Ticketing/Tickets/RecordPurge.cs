using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>Keeps the receipt of a purge in the ticket's history, and no longer offers its files.</summary>
sealed class RecordPurge(TicketingDbContext db, TimeProvider time) : IConsumer<AttachmentsPurged>
{
    public async Task Consume(ConsumeContext<AttachmentsPurged> context)
    {
        var receipt = context.Message;
        if (await db.LockTicketAsync(receipt.TicketId, context.CancellationToken) is not { } ticket)
            return;
        var files = await db.Attachments.Where(x => x.TicketId == ticket.Id).ToListAsync(context.CancellationToken);
        ticket.RecordPurge(receipt, files, time.GetUtcNow());
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
