using System.Security.Claims;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Assignment.Visibility;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Receipts;

public static class GetCandidate
{
    /// <summary>Why one agent was chosen, or was not.</summary>
    /// <param name="Because">A stable word, from which each language makes its sentence.</param>
    /// <param name="ChosenName">Who was chosen.</param>
    /// <param name="PreviousName">Whose turn it was before; null when nobody's, or when he has left the area.</param>
    /// <param name="OpenTickets">Open tickets he had; null when he was not in the area.</param>
    /// <param name="Capacity">How many he took at most; null for no bound.</param>
    /// <param name="Why">The same in an English sentence.</param>
    public sealed record Answer(
        Guid ReceiptId, string TicketNumber, Guid AgentId, string Name, bool Chosen, bool Eligible, string Because, string ChosenName, string? PreviousName,
        int? OpenTickets, int? Capacity, DateTimeOffset ChosenAt, string Why);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}/candidates/{agentId:guid}", HandleAsync).Produces<Answer>()
        .RequireAuthorization(Policies.Staff).WithName("ShowCandidate").WithSummary("Why me, or why not she: one agent in one choice, also one who was not in the area");

    static async Task<IResult> HandleAsync(
        Guid id, Guid agentId, AssignmentDbContext db, TicketVisibility visibility, ClaimsPrincipal caller,
        CancellationToken cancellationToken)
    {
        var seenReceipts = await visibility.ReceiptsAsync(caller, cancellationToken);
        if (await seenReceipts.SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } receipt)
            return Problem.NotFound("receipt");
        var choice = ReceiptAnswer.Of(receipt);
        if (choice.Candidates.FirstOrDefault(x => x.AgentId == agentId) is { } seen)
            return TypedResults.Ok(Of(choice, seen.AgentId, seen.Name, seen.Chosen, seen.Eligible, seen.Because, seen.OpenTickets, seen.Capacity, seen.Why));
        if (await db.Agents.Where(x => x.Id == agentId).Select(x => x.Name).SingleOrDefaultAsync(cancellationToken) is not { } name)
            return Problem.NotFound("agent");
        return TypedResults.Ok(Of(choice, agentId, name, false, false, AssignmentExplanation.NotInArea, null, null, $"{name} did not serve this area at that moment."));
    }

    static Answer Of(ReceiptAnswer choice, Guid agentId, string name, bool chosen, bool eligible, string because, int? openTickets, int? capacity, string why) => new(
        choice.Id, choice.TicketNumber, agentId, name, chosen, eligible, because, choice.AgentName, choice.PreviousAgentName, openTickets, capacity, choice.ChosenAt, why);
}
