using Helpdesk.Assignment.Rounds;
using Helpdesk.Contracts;
using MassTransit;

namespace Helpdesk.Assignment.Dispatch;

/// <summary>Puts a ticket that waits before the dispatchers, once for each wait: at once when no rule will place it, else when the area's patience ends.</summary>
static class AskingDispatchers
{
    public static async Task AskInTimeAsync(this IPublishEndpoint publish, Ticket ticket, AreaRules rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (ticket.AskedAt is not null)
            return;
        var due = ticket.WaitingSince!.Value + rules.FallbackAfter;
        var fallsBack = rules.Mode == AssignmentMode.AutomaticWithFallback;
        if (Reasons.NeedsDispatcher(ticket.WaitingBecause!) || (fallsBack && due <= now))
        {
            await publish.Publish(ticket.Ask(rules.Name, now), cancellationToken);
        }
        else if (fallsBack && ticket.AsksAt != due)
        {
            ticket.AsksAt = due;
            await publish.Publish(new FallbackDue(ticket.Id, ticket.Waits, due), x => x.Delay = due - now, cancellationToken);
        }
    }
}
