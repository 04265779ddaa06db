using Helpdesk.Assignment.Rounds;
using MassTransit;

namespace Helpdesk.Assignment.Dispatch;

/// <summary>Puts a ticket that waits before the dispatchers, once for each wait.</summary>
static class AskingDispatchers
{
    public static async Task AskInTimeAsync(
        this IPublishEndpoint publish, Ticket ticket, AreaRules rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (ticket.AskIfDue(rules, now) is { } asked)
            await publish.Publish(asked, cancellationToken);
        else if (ticket.SetFallback(rules) is { } due)
            await publish.Publish(due, x => x.Delay = due.At - now, cancellationToken);
    }
}
