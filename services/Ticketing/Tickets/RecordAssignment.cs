using Helpdesk.Contracts;
using MassTransit;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>Makes Assignment's choice the ticket's word, if the ticket still needs one.</summary>
sealed class RecordAssignment(TicketingDbContext db, IPublishEndpoint publish, TimeProvider time) : IConsumer<TicketAssigned>
{
    public async Task Consume(ConsumeContext<TicketAssigned> context)
    {
        if (await db.LockTicketAsync(context.Message.TicketId, context.CancellationToken) is not { } ticket)
            return;
        ticket.AcceptChoice(context.Message, time.GetUtcNow());
        await ticket.PublishAsync(publish, context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
