using System.Security.Cryptography;
using Helpdesk.Api.Captcha;
using Helpdesk.Captcha.Drawing;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Challenges;

static class CreateChallenge
{
    const int Length = 6;

    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync).AllowAnonymous().AddEndpointFilter<ChallengeLimitFilter>()
        .WithName("CreateChallenge").WithSummary("Draws six characters for a person to read")
        .Produces<CreateChallengeResponse>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    static async Task<IResult> HandleAsync(
        CaptchaDbContext db, AnswerHasher hasher, OutstandingQuota quota, IOptions<ChallengeOptions> options,
        IConfiguration configuration, TimeProvider time, CancellationToken cancellationToken)
    {
        var answer = RandomNumberGenerator.GetString(Font.Alphabet, Length);
        var (salt, hash) = hasher.Hash(answer);
        var challenge = new Challenge
        {
            Id = Guid.NewGuid(),
            ProtectedSalt = salt,
            AnswerHash = hash,
            ExpiresAt = time.GetUtcNow() + options.Value.AnswerWithin,
            ExposedAnswer = ExposedAnswers.AreOn(configuration) ? answer : null,
        };
        db.Add(challenge);
        await db.SaveChangesAsync(cancellationToken);
        quota.Add();
        return TypedResults.Created($"/api/captcha/challenges/{challenge.Id}/answer", new CreateChallengeResponse(
            challenge.Id, CaptchaImage.DataUri(answer), CaptchaImage.Width, CaptchaImage.Height, challenge.ExpiresAt));
    }
}
