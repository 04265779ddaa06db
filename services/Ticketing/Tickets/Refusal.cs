using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>Why a ticket does not let this happen in its present state.</summary>
/// <param name="Type">A stable word.</param>
/// <param name="Detail">A sentence for people.</param>
/// <param name="Allowed">Where the ticket could go instead, when that was the question.</param>
sealed record Refusal(string Type, string Detail, IReadOnlyList<TicketStatus>? Allowed = null)
{
    public IResult ToProblem() =>
        Problem.Of(StatusCodes.Status409Conflict, Type, Detail, Allowed is null ? null : new Dictionary<string, object?> { ["allowed"] = Allowed });

    public static Refusal Closed { get; } = new("ticket-closed", "This ticket is closed. Open it again before you go on with it.");
}
