using Helpdesk.Contracts;
using Helpdesk.Ticketing.LocalCopies;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Assigning;

/// <summary>Makes Assignment's choice the ticket's word, if the ticket still needs one.</summary>
sealed class RecordAssignment(TicketingDbContext db, IPublishEndpoint publish, TimeProvider time) : IConsumer<TicketAssigned>
{
    public async Task Consume(ConsumeContext<TicketAssigned> context)
    {
        var choice = context.Message;
        await db.LockAvailabilityAsync(choice.Agent.Id, context.CancellationToken);
        if (await db.LockTicketAsync(choice.TicketId, context.CancellationToken) is not { } ticket)
            return;
        var agent = choice.Agent.Id!.Value;
        var available = !await db.Availabilities.AnyAsync(x => x.AgentId == agent && !x.Available, context.CancellationToken)
            && !await db.IsSuspendedAsync(agent, context.CancellationToken);
        ticket.AcceptAssignment(choice, available, time.GetUtcNow());
        await publish.PublishEventsAsync(ticket, context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
