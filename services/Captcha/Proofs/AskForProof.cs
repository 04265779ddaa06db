using System.Security.Cryptography;
using Helpdesk.Captcha.Challenges;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Proofs;

public static class AskForProof
{
    const int SeedBytes = 18;

    /// <summary>Work for the caller's machine: for each part, counted from 0, a number for which SHA-256 of the text <c>seed:part:number</c> begins with so many zero bits.</summary>
    /// <param name="Kind">Always <c>proof-of-work</c>.</param>
    /// <param name="Seed">Goes into every hash.</param>
    /// <param name="Bits">Zero bits at the beginning of every hash.</param>
    /// <param name="Parts">How many numbers have to be found.</param>
    public sealed record Response(Guid Id, string Kind, string Algorithm, string Seed, int Bits, int Parts, DateTimeOffset ExpiresAt);

    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .AllowAnonymous().AddEndpointFilter<Admission>().ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .WithName("AskForProof").WithSummary("Gives work to the machine of who cannot read a picture");

    static async Task<Created<Response>> HandleAsync(
        CaptchaDbContext db, Pressure pressure, Outstanding outstanding, IOptions<ProofOptions> options, TimeProvider time, CancellationToken cancellationToken)
    {
        var proof = new Proof
        {
            Id = Guid.NewGuid(),
            Seed = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SeedBytes)),
            Parts = await pressure.PartsAsync(db, cancellationToken),
            ExpiresAt = time.GetUtcNow() + options.Value.SolveWithin,
        };
        db.Add(proof);
        await db.SaveChangesAsync(cancellationToken);
        outstanding.Added();
        return TypedResults.Created($"/api/captcha/proofs/{proof.Id}/solution", new Response(proof.Id, "proof-of-work", "SHA-256", proof.Seed, Work.Bits, proof.Parts, proof.ExpiresAt));
    }
}
