using Helpdesk.Api.Tickets;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Opening;
using Helpdesk.Ticketing.Tracking;

namespace Helpdesk.Ticketing.Replies;

/// <summary>
/// Takes a customer's reply: into their ticket, into the one where it goes on, or into a new one when it was closed for good.
/// </summary>
sealed class CustomerReplyHandler(
    TicketUnitOfWork work, FollowUpOpener followUps, TrackingLinks links, ValueProtector protector, OpenedTicketMeter opened,
    TimeProvider time)
{
    const int LongestRoute = 20;

    public async Task<Result<ReplyOutcome>> ReplyAsync(ReplyRoute route, ReplyContent content, CancellationToken cancellationToken)
    {
        for (var step = 0; step < LongestRoute; step++)
        {
            // Each on the way is looked at under its own lock alone, so that nothing waits in a circle.
            var here = route;
            var result = await work.ChangeAsCustomerAsync(
                here.At,
                ticket => here.IsFirst(ticket) && !ticket.IsClosedForGood(time.GetUtcNow()),
                ticket => ReplyAtAsync(ticket, here.Visit(ticket), content, cancellationToken),
                ReplyOutcome.Respond,
                cancellationToken);
            if (!result.TryGet(out var outcome, out _) || outcome is not ReplyOutcome.Forwarded(var next))
            {
                if (outcome is ReplyOutcome.Accepted { IsFollowUp: true })
                    opened.Count("follow-up");
                return result;
            }

            route = next;
        }

        throw new InvalidOperationException($"Ticket {route.First} goes on in more than {LongestRoute} others.");
    }

    async Task<Result<ReplyOutcome>> ReplyAtAsync(
        Ticket ticket, ReplyRoute route, ReplyContent content, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (ticket.ContinuedInAt(now) is { } next)
            return new ReplyOutcome.Forwarded(route.Follow(ticket, next));
        if (ticket.IsClosedForGood(now))
        {
            var followUp = await followUps.OpenAsync(ticket, route.Shown, content.Text, content.Files, cancellationToken);
            return followUp.TryGet(out var opened, out var noFollowUp)
                ? new ReplyOutcome.Accepted(opened, opened.Messages[0], ToContinued(opened, route), IsFollowUp: true)
                : noFollowUp;
        }

        return ticket.ReplyAsCustomer(content.Text, content.Files, route.Shown, now).TryGet(out var message, out var refusal)
            ? new ReplyOutcome.Accepted(ticket, message, route.IsFirst(ticket) ? null : ToContinued(ticket, route))
            : refusal;
    }

    /// <summary>
    /// Where the customer finds the other ticket. The link only when it is theirs beyond doubt; it stands in their mail in any case.
    /// </summary>
    ContinuedTicket ToContinued(Ticket ticket, ReplyRoute route)
    {
        var secret = route.TellsLink ? protector.Unprotect<TrackingSecret>(ticket.TrackingToken) : null;
        return new(ticket.Number, secret?.Value, secret is null ? null : links.To(secret));
    }
}
