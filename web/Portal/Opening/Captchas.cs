using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.Opening;

/// <summary>The two ways to show that a person is asking.</summary>
sealed class Captchas(Services services)
{
    public sealed record Picture(Guid Id, string Image, int Width, int Height);

    public sealed record Proof(Guid Id, string Seed, int Bits, int Parts);

    public sealed record Solved(string Pass);

    public Task<Answer<Picture>> DrawAsync(CancellationToken cancellationToken) =>
        services.SendAsync<Picture>(Call.Post("captcha", "/api/captcha/challenges"), cancellationToken);

    public Task<Answer<Proof>> AskForProofAsync(CancellationToken cancellationToken) =>
        services.SendAsync<Proof>(Call.Post("captcha", "/api/captcha/proofs"), cancellationToken);

    public Task<Answer<Solved>> AnswerAsync(Guid id, string answer, CancellationToken cancellationToken) =>
        services.SendAsync<Solved>(Call.Post("captcha", $"/api/captcha/challenges/{id}/answer", new { answer }), cancellationToken);

    public Task<Answer<Solved>> HandInAsync(Guid id, IReadOnlyList<long> numbers, CancellationToken cancellationToken) =>
        services.SendAsync<Solved>(Call.Post("captcha", $"/api/captcha/proofs/{id}/solution", new { numbers }), cancellationToken);
}
