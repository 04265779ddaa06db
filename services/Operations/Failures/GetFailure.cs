using Helpdesk.Api.Operations;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Operations.Failures;

public static class GetFailure
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/failures/{id:guid}", HandleAsync).Produces<FailureResponse>()
        .WithName("GetFailure").WithSummary("A message that a service could not deal with, and who did what about it");

    static async Task<IResult> HandleAsync(Guid id, OperationsDbContext db, CancellationToken cancellationToken) =>
        await FindAsync(db, id, cancellationToken) is { } failure ? TypedResults.Ok(failure) : Problem.NotFound("failure");

    internal static async Task<FailureResponse?> FindAsync(OperationsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var failure = await db.Failures.AsNoTracking().Include(x => x.Actions).SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
        return failure?.ToResponse();
    }
}
