using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Captcha.Challenges;

/// <summary>The test door. Mapped only while it is open.</summary>
public static class ReadAnswer
{
    public sealed record Response(string Answer);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}/answer", HandleAsync)
        .AllowAnonymous().ProducesProblem(StatusCodes.Status404NotFound).WithName("ReadAnswer").WithSummary("Test door: the answer in clear");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(Guid id, CaptchaDbContext db, CancellationToken cancellationToken) =>
        await db.Challenges.Where(x => x.Id == id).Select(x => x.AnswerForTests).SingleOrDefaultAsync(cancellationToken) is { } answer
            ? TypedResults.Ok(new Response(answer))
            : Problem.NotFound("challenge");
}
