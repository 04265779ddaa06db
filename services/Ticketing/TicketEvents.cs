using Helpdesk.Ticketing.Model;
using MassTransit;

namespace Helpdesk.Ticketing;

static class TicketEvents
{
    /// <summary>Publishes what the ticket says that happened; it goes out in the commit that saves the change.</summary>
    public static async Task PublishEventsAsync(this IPublishEndpoint publish, Ticket ticket, CancellationToken cancellationToken)
    {
        foreach (var happened in ticket.TakeEvents())
            await publish.Publish(happened, happened.GetType(), cancellationToken);
    }
}
