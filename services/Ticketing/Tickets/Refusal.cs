using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>Why a ticket does not let this happen in its present state.</summary>
/// <param name="Type">A stable word.</param>
/// <param name="Detail">A sentence for people.</param>
/// <param name="Allowed">Where the ticket could go instead, when that was the question.</param>
/// <param name="Status">The HTTP status.</param>
sealed record Refusal(string Type, string Detail, IReadOnlyList<TicketStatus>? Allowed = null, int Status = StatusCodes.Status409Conflict)
{
    public IResult ToProblem() =>
        Problem.Of(Status, Type, Detail, Allowed is null ? null : new Dictionary<string, object?> { ["allowed"] = Allowed });

    public static Refusal FullOfFiles { get; } = new(
        "ticket-files-full", $"A ticket holds at most {Uploads.PerTicket} files. Please reply without them, or open another ticket.", Status: StatusCodes.Status413PayloadTooLarge);

    public static Refusal AssigneeIsCustomer { get; } = new(
        "assignee-is-customer", "Nobody works on a ticket of their own: this agent is its customer. A colleague has to take it.");

    public static Refusal Closed { get; } = new("ticket-closed", "This ticket is closed. Open it again before you go on with it.");
}
