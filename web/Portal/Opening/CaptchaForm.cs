using System.Text.Json;
using Helpdesk.Api;
using Helpdesk.Api.Captcha;
using Helpdesk.Ui.Accounts;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Texts;

namespace Helpdesk.Portal.Opening;

/// <summary>The proof that a person is asking, on its way: a picture to read, work that was done, or the pass for either.</summary>
public sealed class CaptchaForm
{
    public Guid? Id { get; set; }
    public string? Answer { get; set; }
    public Guid? ProofId { get; set; }
    public string? Solution { get; set; }
    /// <summary>Once it is solved, nobody has to do it again because another field was wrong.</summary>
    public string? Pass { get; set; }

    /// <summary>Submits what there is; null when it is solved, else the key of a text.</summary>
    internal async Task<string?> SolveAsync(CaptchaClient captcha, PageTexts texts, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(Pass))
            return null;
        var answer = await SubmitAsync(captcha, cancellationToken);
        if (answer is null)
            return "captcha.missing";
        Pass = answer.Value?.Pass;
        return answer.Problem switch
        {
            null => null,
            // One that this page does not know, or can have expired: another image comes.
            { Type: ProblemTypes.Invalid or ProblemTypes.NotFound } => "refused.captcha-wrong",
            { Type: ProblemTypes.Unavailable } => "captcha.away",
            { } problem => ProblemText.KeyOf(problem, texts),
        };
    }

    async Task<ApiResult<CaptchaPassResponse>?> SubmitAsync(CaptchaClient captcha, CancellationToken cancellationToken)
    {
        if (ProofId is { } proof && Numbers(Solution) is { } numbers)
            return await captcha.SolveProofAsync(proof, new(numbers), cancellationToken);
        return Id is { } id && Answer?.Trim() is { Length: > 0 and <= CaptchaLimits.MaxAnswer } read
            ? await captcha.AnswerChallengeAsync(id, new(read), cancellationToken)
            : null;
    }

    static long[]? Numbers(string? solution)
    {
        try
        {
            return string.IsNullOrEmpty(solution) ? null : JsonSerializer.Deserialize<long[]>(solution);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
