using System.Security.Claims;
using Helpdesk.Api.Receipts;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Assignment.Visibility;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Receipts;

public static class ExplainCandidate
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}/candidates/{agentId:guid}", HandleAsync)
        .Produces<CandidateResponse>().RequireAuthorization(Policies.Staff).WithName("ExplainCandidate")
        .WithSummary("Why me, or why not another agent: one agent in one choice, also one who was not in the area");

    static async Task<IResult> HandleAsync(
        Guid id, Guid agentId, AssignmentDbContext db, TicketVisibility visibility, ClaimsPrincipal caller,
        CancellationToken cancellationToken)
    {
        var seenReceipts = await visibility.ReceiptsAsync(caller, cancellationToken);
        if (await seenReceipts.SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } receipt)
            return Problem.NotFound("receipt");
        var choice = receipt.ToResponse();
        if (choice.Candidates.FirstOrDefault(x => x.AgentId == agentId) is { } candidate)
            return TypedResults.Ok(ToResponse(choice, candidate, candidate.OpenTickets));
        var name = await db.Agents.Where(x => x.Id == agentId).Select(x => x.Name).SingleOrDefaultAsync(cancellationToken);
        return name is null ? Problem.NotFound("agent") : TypedResults.Ok(ToResponse(choice, NotInArea(agentId, name), null));
    }

    static ReceiptCandidate NotInArea(Guid agentId, string name) => new(
        agentId, name, Chosen: false, Eligible: false, OpenTickets: 0, Capacity: null, NotEligibleBecause: null,
        AssignmentExplanation.NotInArea, $"{name} did not serve this area at that moment.");

    static CandidateResponse ToResponse(ReceiptResponse choice, ReceiptCandidate x, int? openTickets) => new(
        choice.Id, choice.TicketNumber, x.AgentId, x.Name, x.Chosen, x.Eligible, x.Because, choice.AgentName, choice.PreviousAgentName,
        openTickets, x.Capacity, choice.ChosenAt, x.Why);
}
