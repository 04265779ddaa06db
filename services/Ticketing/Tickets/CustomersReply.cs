using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>A customer's words: into their ticket, into the one where it goes on, or into a new one when it ended for good.</summary>
sealed class CustomersReply(TicketChange change, FollowUps followUps, TicketsOpened opened, TimeProvider time)
{
    const int LongestWay = 20;

    /// <param name="ticket">The one that they named, or whose link they hold.</param>
    /// <param name="signedIn">Whether they are; else they hold the link, and may be who typed another's address.</param>
    /// <param name="text">What they say.</param>
    /// <param name="files">What comes with it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IResult> SayAsync(Guid ticket, bool signedIn, string text, IReadOnlyList<AttachedFile> files, CancellationToken cancellationToken)
    {
        var verification = signedIn ? CustomerVerification.SignedIn : CustomerVerification.TrackingLink;
        var (at, withLink, renewed, now) = (ticket, true, (DateTimeOffset?)null, time.GetUtcNow());
        for (var steps = 0; steps < LongestWay; steps++)
        {
            Guid? next = null;
            var followsUp = false;
            // Each on the way is looked at under its own lock alone, so that nothing waits in a circle.
            var result = await change.OfTrackedAsync(at, found => found.Id == ticket && !found.EndedForGood(now), async found =>
            {
                if (found.Id == ticket)
                    renewed = found.TrackingRenewedAt;
                withLink &= signedIn || found.Id == ticket || found.TrustsLinkOf(renewed);
                if (found.GoesOnIn(now) is { } goesOn)
                {
                    (next, withLink) = (goesOn, withLink && (!found.IsMerged || found.LinkLeadsOn));
                    return TypedResults.NoContent();
                }

                followsUp = found.EndedForGood(now);
                if (followsUp)
                    return await FollowUpAsync(found, signedIn, withLink, text, files, cancellationToken);
                var refusal = found.ReplyAsCustomer(text, files, verification, now, out var message);
                return Said(found, refusal, message, found.Id == ticket ? null : followUps.Tell(found, withLink));
            }, cancellationToken);
            if (followsUp && result is IStatusCodeHttpResult { StatusCode: < 300 })
                opened.Count("follow-up");
            if (next is null)
                return result;
            at = next.Value;
        }

        throw new InvalidOperationException($"Ticket {ticket} goes on in more than {LongestWay} others.");
    }

    async Task<IResult> FollowUpAsync(Ticket old, bool signedIn, bool withLink, string text, IReadOnlyList<AttachedFile> files, CancellationToken cancellationToken) =>
        await followUps.OpenAsync(old, signedIn, text, files, cancellationToken) is { } ticket
            ? Said(ticket, null, ticket.Messages[0], followUps.Tell(ticket, withLink))
            : Problem.Of(StatusCodes.Status409Conflict, "no-category", "This ticket was closed too long ago, and no new one can be opened at the moment.");

    static IResult Said(Ticket ticket, Refusal? refusal, Message? message, ReplyToTicket.Elsewhere? elsewhere) => ReplyToTicket.Said(ticket, refusal, message, elsewhere);
}
