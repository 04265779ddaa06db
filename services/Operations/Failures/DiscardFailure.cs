using System.Security.Claims;
using Helpdesk.Api.Operations;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Operations.Failures;

public static class DiscardFailure
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/failures/{id:guid}", HandleAsync)
        .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict).RequireRecentSignIn()
        .WithName("DiscardFailure").WithSummary("Throws a message away for good; that it failed, and who threw it away, stays");

    static async Task<IResult> HandleAsync(
        Guid id, ClaimsPrincipal caller, OperationsDbContext db, TimeProvider time, CancellationToken cancellationToken) =>
        (await db.SettleAsync(id, FailureStep.Discarded, caller, time.GetUtcNow(), cancellationToken)).ToHttp();
}
