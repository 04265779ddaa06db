using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Ticketing.Opening;

/// <summary>Checks the proof that a person solved a captcha, without asking the service that made it.</summary>
sealed class CaptchaVerifier(ValueProtector protector)
{
    public const string Header = "Captcha-Pass";

    /// <summary>The pass of the request; null when it has none that is valid.</summary>
    public CaptchaPass? Verify(HttpRequest request) => protector.Unprotect<CaptchaPass>(request.Headers[Header]);

    /// <summary>Why a request without a valid pass is refused.</summary>
    public static Refusal Refuse(HttpRequest request) => request.Headers.ContainsKey(Header) ? NotValid : Required;

    static Refusal NotValid { get; } = new(
        ProblemTypes.CaptchaNotValid, "The captcha's pass has expired or is not one. Please solve a new captcha.",
        StatusCodes.Status400BadRequest);

    static Refusal Required { get; } = new(
        ProblemTypes.CaptchaRequired, $"Without an account a captcha must be solved; its pass goes into the header {Header}.",
        StatusCodes.Status400BadRequest);

    public static Refusal AlreadyUsed { get; } = new(
        ProblemTypes.CaptchaAlreadyUsed, "This captcha has opened a ticket already. Please solve a new one.",
        StatusCodes.Status400BadRequest);
}
