using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>Keeps the receipt of a purge in the ticket's history, and no longer offers its files. Those of a merged ticket count where it went.</summary>
sealed class RecordPurge(TicketingDbContext db, TimeProvider time) : IConsumer<AttachmentsPurged>
{
    public async Task Consume(ConsumeContext<AttachmentsPurged> context)
    {
        var receipt = context.Message;
        var owner = await db.Tickets.Where(x => x.Id == receipt.TicketId).Select(x => x.MergedIntoId ?? x.Id).SingleOrDefaultAsync(context.CancellationToken);
        if (await db.LockTicketAsync(owner, context.CancellationToken) is not { } ticket)
            return;
        var files = await db.Attachments.Where(x => x.TicketId == receipt.TicketId).ToListAsync(context.CancellationToken);
        ticket.RecordPurge(receipt, files, time.GetUtcNow());
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
