using Helpdesk.Api.Captcha;

namespace Helpdesk.Ui.Api;

/// <summary>Captcha's API: the two ways to show that a person is asking.</summary>
public sealed class CaptchaClient(ApiSender api)
{
    public Task<ApiResult<CreateChallengeResponse>> CreateChallengeAsync(CancellationToken cancellationToken) =>
        api.SendAsync<CreateChallengeResponse>(Post("/api/captcha/challenges"), cancellationToken);

    public Task<ApiResult<CaptchaPassResponse>> AnswerChallengeAsync(
        Guid id, AnswerChallengeRequest answer, CancellationToken cancellationToken) =>
        api.SendAsync<CaptchaPassResponse>(Post($"/api/captcha/challenges/{id}/answer", answer), cancellationToken);

    public Task<ApiResult<CreateProofResponse>> CreateProofAsync(CancellationToken cancellationToken) =>
        api.SendAsync<CreateProofResponse>(Post("/api/captcha/proofs"), cancellationToken);

    public Task<ApiResult<CaptchaPassResponse>> SolveProofAsync(Guid id, SolveProofRequest solution, CancellationToken cancellationToken) =>
        api.SendAsync<CaptchaPassResponse>(Post($"/api/captcha/proofs/{id}/solution", solution), cancellationToken);

    static ApiRequest Post(string path, object? body = null) => new(HttpMethod.Post, ServiceNames.Captcha, path) { Body = body };
}
