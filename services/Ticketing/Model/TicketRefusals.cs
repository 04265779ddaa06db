using System.Net;
using Helpdesk.Api;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Ticketing.Model;

/// <summary>Why a ticket does not let something happen in its present state.</summary>
static class TicketRefusals
{
    public static Refusal Closed { get; } = new(
        ProblemTypes.TicketClosed, "This ticket is closed. Open it again before you go on with it.");

    public static Refusal Merged { get; } = new(ProblemTypes.TicketMerged, "This ticket was merged into another one, and goes on there.");

    public static Refusal AssigneeIsCustomer { get; } = new(
        ProblemTypes.AssigneeIsCustomer, "Nobody works on a ticket of their own: this agent is its customer. A colleague has to take it.");

    public static Refusal TooManyFiles { get; } = new(
        ProblemTypes.TicketFilesFull,
        $"A ticket holds at most {Ticket.MostFiles} files. Please reply without them, or open another ticket.",
        (int)HttpStatusCode.RequestEntityTooLarge);

    public static Refusal ReopenWindowOver { get; } = new(
        ProblemTypes.ReopenWindowOver, "This ticket was closed too long ago to be opened again. Please open a new one.");

    public static Refusal TooManyMerged { get; } = new(
        ProblemTypes.TooManyMerged, $"No more than {Ticket.MostMerged} tickets can be merged into one.");

    public static Refusal NotRateable { get; } = new(ProblemTypes.NotRateable, "Only a ticket that was closed can be rated.");

    public static Refusal RatingOver { get; } = new(ProblemTypes.RatingOver, "This ticket was closed, or rated, too long ago.");

    /// <summary>The table of transitions does not allow it; where the ticket could go instead is told.</summary>
    public static Refusal TransitionNotAllowed(TicketStatus from, TicketStatus to) =>
        new(ProblemTypes.TransitionNotAllowed, $"A ticket that is {from} cannot become {to}.")
        {
            More = new Dictionary<string, object?> { ["allowed"] = TicketStatusTransitions.AllowedFrom(from) },
        };
}
