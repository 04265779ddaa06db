using System.Security.Claims;
using Helpdesk.Api.Operations;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;

namespace Helpdesk.Operations.Failures;

public static class RetryFailure
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/failures/{id:guid}/retries", HandleAsync)
        .Produces<FailureResponse>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status409Conflict)
        .WithIdempotencyKey().RequireRecentSignIn()
        .WithName("RetryFailure")
        .WithSummary("Sends a message back to its queue, as soon as the broker takes it; when it fails once more, it is listed again");

    static async Task<IResult> HandleAsync(
        Guid id, ClaimsPrincipal caller, OperationsDbContext db, ReturnSignal signal, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var result = await db.SettleAsync(id, FailureStep.Retried, caller, time.GetUtcNow(), cancellationToken);
        if (result.IsRefused(out var refusal))
            return refusal.ToProblem();
        signal.Set();
        return TypedResults.Accepted($"/api/operations/failures/{id}", await GetFailure.FindAsync(db, id, cancellationToken));
    }
}
