using System.Security.Claims;
using Helpdesk.Assignment.Visibility;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Assignment.Receipts;

public static class ReplayArea
{
    /// <summary>What came of making all choices again.</summary>
    /// <param name="Choices">Choices that were made.</param>
    /// <param name="Reproduced">Of these, how many came out the same.</param>
    /// <param name="Differences">The others, the first hundred of them.</param>
    public sealed record Answer(int Choices, int Reproduced, IReadOnlyList<Difference> Differences);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/{id:guid}/replay", HandleAsync).Produces<Answer>()
        .RequireAuthorization(Policies.Staff).WithName("ReplayArea")
        .WithSummary("Makes all choices of an area again from their receipts and compares; an agent does so for their own areas");

    static async Task<IResult> HandleAsync(
        Guid id, AssignmentDbContext db, TicketVisibility visibility, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        await visibility.SeesAreaAsync(id, caller, cancellationToken) && await Replay.RunAsync(id, db, cancellationToken) is { } replay
            ? TypedResults.Ok(new Answer(replay.Choices, replay.Reproduced, replay.Differences))
            : Problem.NotFound("area");
}
