using Helpdesk.Api.Tickets;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Replies;

/// <summary>What became of a reply at one ticket.</summary>
abstract record ReplyOutcome
{
    /// <summary>It was taken.</summary>
    /// <param name="Ticket">The ticket that took it.</param>
    /// <param name="Message">As which message.</param>
    /// <param name="ContinuedIn">That ticket for the customer, when it is not the one that they named.</param>
    /// <param name="IsFollowUp">Whether the ticket was opened for it.</param>
    public sealed record Accepted(
        Ticket Ticket, Message Message, ContinuedTicket? ContinuedIn = null, bool IsFollowUp = false) : ReplyOutcome;

    /// <summary>The ticket takes none any more: the customer's reply goes on from here.</summary>
    public sealed record Forwarded(ReplyRoute Route) : ReplyOutcome;

    /// <summary>The response when it was taken; what is forwarded changes nothing, and has none.</summary>
    public static IResult Respond(ReplyOutcome outcome) => outcome is Accepted(var ticket, var message, var continuedIn, _)
        ? TypedResults.Created(
            $"/api/tickets/{ticket.Number}/messages", new ReplyToTicketResponse(message.Id, message.At, ticket.Status, continuedIn))
        : throw new InvalidOperationException("A reply that was forwarded has not been answered yet.");
}
