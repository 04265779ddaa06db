using System.ComponentModel.DataAnnotations;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Challenges;

public static class AnswerChallenge
{
    /// <summary>What a person reads in the picture.</summary>
    public sealed record Request([property: Required, StringLength(32)] string Answer);

    /// <summary>Good for one ticket; whoever accepts it remembers its id.</summary>
    public sealed record Response(string Pass);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/{id:guid}/answer", HandleAsync)
        .AllowAnonymous().ProducesProblem(StatusCodes.Status422UnprocessableEntity).WithName("AnswerChallenge").WithSummary("Tries an answer; the challenge is spent, right or wrong");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, HttpContext http, CaptchaDbContext db, Answers answers, ValueProtector protector, IOptions<ChallengeOptions> options, TimeProvider time, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        // Deleted before it is compared: of two attempts at once only one finds the row.
        var taken = await db.Challenges.FromSql($"delete from challenge where id = {id} returning *").AsNoTracking().ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (taken is not [var challenge] || challenge.ExpiresAt <= now || !answers.Matches(challenge, request.Answer))
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, "captcha-wrong", "That was not what the picture says, or the picture is too old or was tried before. Please read a new one.");

        var lifetime = options.Value.PassFor;
        return TypedResults.Ok(new Response(protector.Protect(new CaptchaPass(id, now + lifetime), lifetime)));
    }
}
