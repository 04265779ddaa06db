using System.ComponentModel.DataAnnotations;
using Helpdesk.Captcha.Challenges;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Proofs;

public static class HandInProof
{
    /// <summary>The numbers that were found, one for each part in its order.</summary>
    public sealed record Request([property: Required, MinLength(1), MaxLength(Work.MostParts)] IReadOnlyList<long> Numbers);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/{id:guid}/solution", HandleAsync)
        .AllowAnonymous().ProducesProblem(StatusCodes.Status422UnprocessableEntity).WithName("HandInProof").WithSummary("Checks the work; the proof is spent, right or wrong");

    static async Task<Results<Ok<AnswerChallenge.Response>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, HttpContext http, CaptchaDbContext db, ValueProtector protector, IOptions<ChallengeOptions> options, TimeProvider time, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        var now = time.GetUtcNow();
        var proof = await db.Proofs.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id && x.SolvedAt == null && x.ExpiresAt > now, cancellationToken);
        var right = proof is not null && request.Numbers.Count == proof.Parts && request.Numbers.Index().All(x => Work.IsDone(proof.Seed, x.Index, x.Item));
        // Marked or deleted after it is checked, which costs next to nothing: of two attempts at once only one finds the row unsolved.
        var mine = proof is not null && (right
            ? await db.Proofs.Where(x => x.Id == id && x.SolvedAt == null).ExecuteUpdateAsync(x => x.SetProperty(p => p.SolvedAt, now), cancellationToken)
            : await db.Proofs.Where(x => x.Id == id && x.SolvedAt == null).ExecuteDeleteAsync(cancellationToken)) == 1;
        if (!right || !mine)
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, "captcha-wrong", "This proof is not right, or is too old or was tried before. Please ask for a new one.");

        var lifetime = options.Value.PassFor;
        return TypedResults.Ok(new AnswerChallenge.Response(protector.Protect(new CaptchaPass(id, now + lifetime), lifetime)));
    }
}
