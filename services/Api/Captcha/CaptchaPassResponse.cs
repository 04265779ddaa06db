namespace Helpdesk.Api.Captcha;

/// <summary>The captcha is solved.</summary>
/// <param name="Pass">Opens one ticket, within minutes.</param>
public sealed record CaptchaPassResponse(string Pass);
