using System.Security.Cryptography;
using Helpdesk.Captcha.Drawing;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Challenges;

public static class CreateChallenge
{
    const int Length = 6;

    /// <summary>A picture to read. Nothing in it but the picture tells the answer.</summary>
    public sealed record Response(Guid Id, string Image, int Width, int Height, DateTimeOffset ExpiresAt);

    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .AllowAnonymous().ProducesProblem(StatusCodes.Status503ServiceUnavailable).WithName("CreateChallenge").WithSummary("Draws six characters for a person to read");

    static async Task<Results<Created<Response>, ProblemHttpResult>> HandleAsync(
        HttpContext http, CaptchaDbContext db, Answers answers, Outstanding outstanding, IOptions<ChallengeOptions> options, IConfiguration configuration, TimeProvider time, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await outstanding.IsFullAsync(db, cancellationToken))
        {
            http.Response.Headers.RetryAfter = "60";
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, "captcha-exhausted", "Too many pictures wait for an answer at the moment. Please try again in a minute.");
        }

        var answer = RandomNumberGenerator.GetString(Font.Alphabet, Length);
        var (salt, hash) = answers.Hide(answer);
        var challenge = new Challenge
        {
            Id = Guid.NewGuid(),
            SealedSalt = salt,
            AnswerHash = hash,
            ExpiresAt = time.GetUtcNow() + options.Value.AnswerWithin,
            AnswerForTests = TestDoor.IsOpen(configuration) ? answer : null,
        };
        db.Add(challenge);
        await db.SaveChangesAsync(cancellationToken);
        outstanding.Added();
        return TypedResults.Created($"/api/captcha/challenges/{challenge.Id}/answer", new Response(challenge.Id, Picture.DataUri(answer), Picture.Width, Picture.Height, challenge.ExpiresAt));
    }
}
