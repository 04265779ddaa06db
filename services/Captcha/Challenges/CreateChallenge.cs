using System.Security.Cryptography;
using Helpdesk.Captcha.Drawing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Challenges;

public static class CreateChallenge
{
    const int Length = 6;

    /// <summary>A picture to read. Nothing in it but the picture tells the answer.</summary>
    public sealed record Response(Guid Id, string Image, int Width, int Height, DateTimeOffset ExpiresAt);

    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .AllowAnonymous().AddEndpointFilter<Admission>().ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable).WithName("CreateChallenge").WithSummary("Draws six characters for a person to read");

    static async Task<Created<Response>> HandleAsync(
        CaptchaDbContext db, Answers answers, Outstanding outstanding, IOptions<ChallengeOptions> options, IConfiguration configuration, TimeProvider time, CancellationToken cancellationToken)
    {
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
