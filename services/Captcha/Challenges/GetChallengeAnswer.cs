using Helpdesk.Api.Captcha;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Captcha.Challenges;

/// <summary>Mapped only where answers are exposed for tests.</summary>
static class GetChallengeAnswer
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}/answer", HandleAsync).AllowAnonymous()
        .WithName("GetChallengeAnswer").WithSummary("The answer in clear, for tests only")
        .Produces<ChallengeAnswerResponse>().ProducesProblem(StatusCodes.Status404NotFound);

    static async Task<IResult> HandleAsync(Guid id, CaptchaDbContext db, CancellationToken cancellationToken) =>
        await db.Challenges.Where(x => x.Id == id).Select(x => x.ExposedAnswer).SingleOrDefaultAsync(cancellationToken) is { } answer
            ? TypedResults.Ok(new ChallengeAnswerResponse(answer))
            : Problem.NotFound("challenge");
}
