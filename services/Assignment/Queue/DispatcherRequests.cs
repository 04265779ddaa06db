using Helpdesk.Assignment.Assigning;
using MassTransit;

namespace Helpdesk.Assignment.Queue;

/// <summary>Puts a ticket that waits before the dispatchers, once for each wait.</summary>
static class DispatcherRequests
{
    public static async Task RequestDispatcherAsync(
        this IPublishEndpoint publish, Ticket ticket, AreaRules rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (ticket.AskDispatchersIfDue(rules, now) is { } asked)
            await publish.Publish(asked, cancellationToken);
        else if (ticket.ScheduleFallback(rules) is { } due)
            await publish.Publish(due, x => x.Delay = due.At - now, cancellationToken);
    }
}
