using Helpdesk.Api;
using Helpdesk.Api.Captcha;
using Helpdesk.Captcha.Challenges;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Captcha.Proofs;

static class SolveProof
{
    static Refusal Wrong { get; } = new(
        ProblemTypes.CaptchaWrong, "This proof is wrong, or it has expired or was tried before. Please ask for a new one.",
        StatusCodes.Status422UnprocessableEntity);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/{id:guid}/solution", HandleAsync).AllowAnonymous()
        .WithName("SolveProof").WithSummary("Checks the work; the proof is spent, right or wrong")
        .Produces<CaptchaPassResponse>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    static async Task<IResult> HandleAsync(
        Guid id, SolveProofRequest request, HttpResponse response, CaptchaDbContext db, PassIssuer passes, TimeProvider time,
        CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        return await TrySolveAsync(db, id, request.Numbers, time.GetUtcNow(), cancellationToken)
            ? TypedResults.Ok(new CaptchaPassResponse(passes.Issue(id)))
            : Wrong.ToProblem();
    }

    /// <summary>
    /// Marks the proof as solved, or deletes it when the numbers are wrong. Only after they are checked, which costs next to nothing: of
    /// two attempts at once only one finds the row unsolved.
    /// </summary>
    static async Task<bool> TrySolveAsync(
        CaptchaDbContext db, Guid id, IReadOnlyList<long> numbers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unsolved = db.Proofs.Where(x => x.Id == id && x.SolvedAt == null);
        if (await unsolved.AsNoTracking().SingleOrDefaultAsync(x => x.ExpiresAt > now, cancellationToken) is not { } proof)
            return false;
        if (ProofOfWork.IsSolved(proof, numbers))
            return await unsolved.ExecuteUpdateAsync(x => x.SetProperty(p => p.SolvedAt, now), cancellationToken) == 1;
        await unsolved.ExecuteDeleteAsync(cancellationToken);
        return false;
    }
}
