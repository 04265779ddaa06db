using System.Security.Claims;
using Helpdesk.Api.Areas;
using Helpdesk.Assignment.Visibility;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Assignment.Receipts;

public static class ReplayArea
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/{id:guid}/replay", HandleAsync).Produces<ReplayResponse>()
        .RequireAuthorization(Policies.Staff).WithName("ReplayArea")
        .WithSummary("Makes all choices of an area again from their receipts and compares; an agent does so for their own areas");

    static async Task<IResult> HandleAsync(
        Guid id, AssignmentDbContext db, TicketVisibility visibility, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        await visibility.SeesAreaAsync(id, caller, cancellationToken) && await Replay.RunAsync(id, db, cancellationToken) is { } replay
            ? TypedResults.Ok(new ReplayResponse(replay.Choices, replay.Reproduced, replay.Differences))
            : Problem.NotFound("area");
}
