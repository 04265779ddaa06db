using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;

namespace Helpdesk.Operations.Failures;

public static class RetryFailure
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/failures/{id:guid}/retries", HandleAsync)
        .Produces<FailureAnswer>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status409Conflict)
        .WithIdempotencyKey().RequireRecentSignIn()
        .WithName("RetryFailure")
        .WithSummary("Sends a message back to its queue, as soon as the broker takes it; when it fails once more, it is listed again");

    static async Task<IResult> HandleAsync(
        Guid id, ClaimsPrincipal caller, OperationsDbContext db, ReturnSignal signal, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.SettleAsync(id, FailureStep.Retried, caller, time.GetUtcNow(), cancellationToken) is { } refusal)
            return refusal;
        signal.Set();
        return TypedResults.Accepted($"/api/operations/failures/{id}", await FailureAnswer.ReadAsync(db, id, cancellationToken));
    }
}
