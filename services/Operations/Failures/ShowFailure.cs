using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Operations.Failures;

public static class ShowFailure
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/failures/{id:guid}", HandleAsync).Produces<FailureAnswer>()
        .WithName("ShowFailure").WithSummary("A message that a service could not deal with, and who did what about it");

    static async Task<IResult> HandleAsync(Guid id, OperationsDbContext db, CancellationToken cancellationToken) =>
        await FailureAnswer.ReadAsync(db, id, cancellationToken) is { } answer ? TypedResults.Ok(answer) : Problem.NotFound("failure");
}
