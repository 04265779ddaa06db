using Helpdesk.Api;
using Helpdesk.Api.Captcha;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Captcha.Challenges;

static class AnswerChallenge
{
    static Refusal Wrong { get; } = new(
        ProblemTypes.CaptchaWrong,
        "That is not what the image shows, or the image has expired or was tried before. Please answer a new one.",
        StatusCodes.Status422UnprocessableEntity);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/{id:guid}/answer", HandleAsync).AllowAnonymous()
        .WithName("AnswerChallenge").WithSummary("Tries an answer; the challenge is spent, right or wrong")
        .Produces<CaptchaPassResponse>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    static async Task<IResult> HandleAsync(
        Guid id, AnswerChallengeRequest request, HttpResponse response, CaptchaDbContext db, AnswerHasher hasher, PassIssuer passes,
        TimeProvider time, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        // Deleted before it is compared: of two attempts at once only one finds the row.
        var deleted = await db.Challenges.FromSql($"delete from challenge where id = {id} returning *")
            .AsNoTracking().ToListAsync(cancellationToken);
        var isRight = deleted is [var challenge] && challenge.ExpiresAt > time.GetUtcNow() && hasher.Verify(challenge, request.Answer);
        return isRight ? TypedResults.Ok(new CaptchaPassResponse(passes.Issue(id))) : Wrong.ToProblem();
    }
}
