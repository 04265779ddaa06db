using System.Security.Cryptography;
using Helpdesk.Api.Captcha;
using Helpdesk.Captcha.Challenges;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Proofs;

static class CreateProof
{
    const int SeedBytes = 18;

    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync).AllowAnonymous().AddEndpointFilter<ChallengeLimitFilter>()
        .WithName("CreateProof").WithSummary("Gives work to the machine of whoever cannot read an image")
        .Produces<CreateProofResponse>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    static async Task<IResult> HandleAsync(
        CaptchaDbContext db, ProofDifficulty difficulty, OutstandingQuota quota, IOptions<ProofOptions> options, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var proof = new Proof
        {
            Id = Guid.NewGuid(),
            Seed = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SeedBytes)),
            Parts = await difficulty.PartsAsync(db, cancellationToken),
            ExpiresAt = time.GetUtcNow() + options.Value.SolveWithin,
        };
        db.Add(proof);
        await db.SaveChangesAsync(cancellationToken);
        quota.Add();
        return TypedResults.Created($"/api/captcha/proofs/{proof.Id}/solution", new CreateProofResponse(
            proof.Id, ProofOfWork.Kind, ProofOfWork.Algorithm, proof.Seed, ProofOfWork.Bits, proof.Parts, proof.ExpiresAt));
    }
}
