using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Sealing;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>Checks the proof that a person solved a captcha, without asking the service that sealed it.</summary>
sealed class Captcha(Seals seals)
{
    public const string Header = "Captcha-Pass";

    public CaptchaPass? Open(HttpRequest request) => seals.Open<CaptchaPass>(request.Headers[Header]);

    public static IResult Refuse(HttpRequest request) => request.Headers.ContainsKey(Header)
        ? Problem.Of(StatusCodes.Status400BadRequest, "captcha-not-valid", "The captcha's pass has expired or is not one. Please solve a new captcha.")
        : Problem.Of(StatusCodes.Status400BadRequest, "captcha-required", $"Without an account a captcha must be solved; its pass goes into the header {Header}.");

    public static IResult AlreadyUsed =>
        Problem.Of(StatusCodes.Status400BadRequest, "captcha-already-used", "This captcha has opened a ticket already. Please solve a new one.");
}
